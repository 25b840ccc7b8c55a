import type { Message } from "@palimpsest/core";
import { attachDocuments, cutQuery, isObject, separateRecalled } from "@palimpsest/core/adapter";
import type { Prompt } from "./call-types.ts";

/** A message of a prompt, as far as memory looks at it: text, and the calls of tools. */
export interface Line {
  readonly role: "user" | "assistant" | "tool";
  /** The text parts; a message of files alone has none. Reasoning and results of tools are not text. */
  readonly text: string;
  /** The texts of files that the user attached, as far as the SDK gives them as text. */
  readonly documents: readonly string[];
  /** The calls of tools that the application has to run. */
  readonly calls: readonly string[];
  /** Whether it ends a turn: it says or shows something, and waits for no tool. */
  readonly isAnswer: boolean;
}

/** A prompt without its instructions, seen from the user's last message. */
export interface Conversation {
  readonly lines: readonly Line[];
  /** Where the user's last message stands; -1 when there is none. */
  readonly lastUser: number;
}

type PromptMessage = Prompt[number];
type Part = Exclude<PromptMessage["content"], string>[number];

/** The conversation in a prompt. */
export function readConversation(prompt: Prompt): Conversation {
  const lines = prompt.flatMap(toLine);
  return { lines, lastUser: lines.findLastIndex(({ role }) => role === "user") };
}

/** Whether the model is asked for the first time about what the user said last. */
export function isOpening({ lines, lastUser }: Conversation): boolean {
  return lastUser !== -1 && lastUser === lines.length - 1;
}

/** The calls of tools since the user's last message. */
export function callsSince({ lines, lastUser }: Conversation): string[] {
  return lines.slice(lastUser + 1).flatMap(({ calls }) => calls);
}

/** What was said, as core's messages. */
export function toMessages(lines: readonly Line[]): Message[] {
  return lines.flatMap(({ role, text, documents }) => {
    const content = attachDocuments(text, documents);
    return role === "tool" || content === "" ? [] : [{ role, content }];
  });
}

/** What to look for: the user's last message. */
export function toQuery({ lines, lastUser }: Conversation): string {
  return cutQuery(lines[lastUser]?.text ?? "");
}

function toLine(message: PromptMessage): Line[] {
  switch (message.role) {
    case "system":
      return [];
    case "user": {
      // Memories that the application or an outer middleware put there are not the user's words.
      const text = separateRecalled(readText(message.content)).said;
      const documents = message.content.flatMap(readDocument);
      return [{ role: "user", text, documents, calls: [], isAnswer: false }];
    }
    case "assistant": {
      const { content } = message;
      const text = readText(content);
      const calls = content.flatMap(readCall);
      const hasContent = text.trim() !== "" || content.some(({ type }) => type === "file");
      const isAnswer = hasContent && calls.length === 0;
      return [{ role: "assistant", text, documents: [], calls, isAnswer }];
    }
    case "tool":
      return [{ role: "tool", text: "", documents: [], calls: [], isAnswer: false }];
    default:
      // A role of a later version of the SDK is none of these, and no reason to fail.
      message satisfies never;
      return [];
  }
}

function readText(parts: readonly Part[]): string {
  return parts.flatMap((part) => (part.type === "text" ? [part.text] : [])).join("\n");
}

/** AI SDK 7 gives a file's text as such where the application does; what comes as bytes is not read. */
function readDocument(part: Part): string[] {
  const data: unknown = part.type === "file" ? part.data : undefined;
  const isText = isObject(data) && "type" in data && data.type === "text" && "text" in data;
  return isText && typeof data.text === "string" ? [data.text] : [];
}

function readCall(part: Part): string[] {
  return part.type === "tool-call" && !part.providerExecuted ? [part.toolCallId] : [];
}
