import type { ToolCall } from "./answer-call.ts";

/**
 * What the user said last in this run; `""` when that is not known.
 *
 * Mastra gives a tool the messages that came into the run (core 1.71): neither history nor answers, and
 * of signals only those that a user sent. With `savePerStep` they are gone after the first step.
 */
export function readUserWords({ agent }: ToolCall): string {
  const messages: unknown[] = agent?.messages ?? [];
  const last = messages.filter(isMessage).findLast(({ role }) => role === "user");
  return last === undefined ? "" : readText(last.content);
}

interface GivenMessage {
  readonly role: unknown;
  readonly content: unknown;
}

/** Mastra's type for them is `any`. */
function isMessage(message: unknown): message is GivenMessage {
  return (
    typeof message === "object" && message !== null && "role" in message && "content" in message
  );
}

function readText(content: unknown): string {
  if (typeof content === "string") return content;
  const parts: unknown[] = Array.isArray(content) ? content : [];
  return parts.map(readPart).join("\n");
}

function readPart(part: unknown): string {
  const isText = typeof part === "object" && part !== null && "text" in part;
  return isText && typeof part.text === "string" ? part.text : "";
}
