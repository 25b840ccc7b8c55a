import { styleText } from "node:util";

/** A text in a colour or weight, where the terminal has them; as it is, elsewhere. */
export function paint(style: Parameters<typeof styleText>[0], text: string): string {
  return styleText(style, text, { stream: process.stdout });
}

/** A text struck through: by the terminal, or where it cannot, between tildes. */
export function strike(text: string): string {
  const struck = paint(["strikethrough", "dim"], text);
  return struck === text ? `~~${text}~~` : struck;
}
