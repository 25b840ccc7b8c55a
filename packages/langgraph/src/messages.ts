import {
  type BaseMessage,
  type BaseMessageLike,
  coerceMessageLikeToMessage,
} from "@langchain/core/messages";
import type { Message } from "@palimpsest/core";
import { attachDocuments, cutQuery, separateRecalled } from "@palimpsest/core/adapter";

/** A state with a conversation, whatever else is in it. */
export interface MessagesState {
  readonly messages: readonly BaseMessageLike[];
}

/** A message, as far as memory looks at it: who says it, and the text. */
export interface Line {
  /** `other`: instructions, results of tools, and what a middleware says in somebody's name. */
  readonly role: "user" | "assistant" | "other";
  /** The text blocks; a message of images or calls of tools alone has none. Reasoning is not text. */
  readonly text: string;
  /** The texts of files that the user attached, in blocks of plain text. */
  readonly documents: readonly string[];
  /** Given by the state's reducer, or by whoever made the message. */
  readonly id: string | undefined;
}

/** A conversation, seen from the user's last message. */
export interface Conversation {
  readonly lines: readonly Line[];
  /** Where the user's last message stands; -1 when there is none. */
  readonly lastUser: number;
}

/** The conversation in a state's messages. */
export function readConversation(messages: readonly BaseMessageLike[]): Conversation {
  const lines = messages.map((message) => toLine(coerceMessageLikeToMessage(message)));
  return { lines, lastUser: lines.findLastIndex(({ role }) => role === "user") };
}

/** What was said, as core's messages. */
export function toMessages(lines: readonly Line[]): Message[] {
  return lines.flatMap(({ role, text, documents }) => {
    const content = attachDocuments(text, documents);
    return role === "other" || content === "" ? [] : [{ role, content }];
  });
}

/** What to look for: the user's last message. */
export function toQuery({ lines, lastUser }: Conversation): string {
  return cutQuery(lines[lastUser]?.text ?? "");
}

function toLine(message: BaseMessage): Line {
  const { id } = message;
  const type = isByMiddleware(message) ? "other" : message.getType();
  // Memories that the application put there are not the user's words.
  if (type === "human") {
    const text = separateRecalled(readText(message, "\n")).said;
    return { role: "user", text, documents: readDocuments(message), id };
  }
  // Citations cut a sentence into several blocks: what stands between them is in the text.
  if (type === "ai") return { role: "assistant", text: readText(message, ""), documents: [], id };
  return { role: "other", text: "", documents: [], id };
}

/**
 * Whether a middleware of langchain wrote the message: `summarizationMiddleware` puts its summary of the
 * history into a message of the user's, marked like this (langchain 1.5.14).
 */
function isByMiddleware({ additional_kwargs: marks }: BaseMessage): boolean {
  return marks?.["lc_source"] !== undefined;
}

function readText({ content }: BaseMessage, between: string): string {
  if (typeof content === "string") return content;
  return content
    .flatMap((block) =>
      block.type === "text" && typeof block["text"] === "string" ? [block["text"]] : [],
    )
    .join(between);
}

/** Blocks of type `text-plain`, and up to LangChain 0.3 of type `file`, hold a text as such. */
function readDocuments({ content }: BaseMessage): string[] {
  if (typeof content === "string") return [];
  return content.flatMap((block) => {
    const isFile = block.type === "text-plain" || block.type === "file";
    return isFile && typeof block["text"] === "string" ? [block["text"]] : [];
  });
}
