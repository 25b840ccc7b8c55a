import type { TextMessage } from "@palimpsest/core";
import { paint } from "./style.ts";

/** Prints what was said, a line per message. */
export function showMessages(messages: readonly Pick<TextMessage, "role" | "content">[]): void {
  for (const { role, content } of messages) {
    const name = paint(role === "user" ? "cyan" : "gray", role.padEnd(9));
    console.log(`  ${name}  ${content.replace(/\s+/g, " ")}`);
  }
}
