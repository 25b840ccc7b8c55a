import { styleText } from "node:util";

/** Text in a style, where the terminal shows styles. */
export function paint(style: "bold" | "dim" | "green", text: string): string {
  return styleText(style, text, { stream: process.stdout });
}
