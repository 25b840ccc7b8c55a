import type { ChatMessage } from "../../wire.ts";

/** The text of a message, without its other parts. */
export function readText({ parts }: ChatMessage): string {
  return parts.flatMap((part) => (part.type === "text" ? [part.text] : [])).join("\n\n");
}
