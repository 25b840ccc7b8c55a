import { InvalidInputError } from "../errors.ts";
import type { Message, TextMessage } from "../record.ts";
import type { Limits } from "../settings.ts";

const ROLES: Readonly<Record<string, TextMessage["role"]>> = {
  system: "system",
  developer: "system",
  user: "user",
  assistant: "assistant",
  tool: "tool",
  function: "tool",
  document: "document",
};

/**
 * The messages of a call, as text: a plain string is one message of the user, text parts are joined,
 * other parts stand as their type (`[image_url]`), messages without any text are left out. What a
 * part of type `document` or `file` says is a message of its own, behind the one that it came with;
 * in instructions of the application it is theirs.
 *
 * @throws {InvalidInputError} when they have another form, hold no text, or too much.
 */
export function readMessages(input: unknown, limits: Limits): TextMessage[] {
  const given: unknown = typeof input === "string" ? [{ role: "user", content: input }] : input;
  if (!Array.isArray(given)) {
    throw new InvalidInputError("messages must be a string or an array of { role, content }.", {
      parameter: "messages",
      value: input,
    });
  }
  const messages = given.flatMap(readMessage);
  const length = messages.reduce(
    (total, { content, name = "" }) => total + content.length + name.length,
    0,
  );
  if (length > limits.exchange) {
    throw new InvalidInputError(
      `The messages have ${length} characters, more than the limit of ${limits.exchange}. Add them in parts, or raise limits.exchange.`,
      { parameter: "messages" },
    );
  }
  if (messages.length === 0) {
    throw new InvalidInputError("The messages hold no text.", {
      parameter: "messages",
      value: input,
    });
  }
  return messages;
}

function readMessage(message: unknown, index: number): TextMessage[] {
  const { role: given, content, name } = (message ?? {}) as Partial<Message>;
  const role = typeof given === "string" && Object.hasOwn(ROLES, given) ? ROLES[given] : undefined;
  if (role === undefined) {
    throw new InvalidInputError(
      `messages[${index}].role must be user, assistant, system, developer, tool or document.`,
      { parameter: `messages[${index}].role`, value: given },
    );
  }
  const { said, documents } = readContent(content, index, role !== "system");
  const named = typeof name === "string" && { name: name.toWellFormed() };
  const own: TextMessage = { role, ...named, content: said };
  const attached = documents.map((text): TextMessage => ({ role: "document", content: text }));
  return [own, ...attached].filter((one) => one.content.trim() !== "");
}

/** What a message says, and the documents that came with it. */
interface Content {
  said: string;
  documents: string[];
}

function readContent(content: unknown, index: number, hasDocuments: boolean): Content {
  if (content === undefined || content === null) return { said: "", documents: [] };
  if (typeof content === "string") return { said: content.toWellFormed(), documents: [] };
  if (Array.isArray(content)) return readParts(content, index, hasDocuments);
  throw new InvalidInputError(
    `messages[${index}].content must be a string or an array of parts like { type: "text", text }.`,
    { parameter: `messages[${index}].content`, value: content },
  );
}

function readParts(parts: readonly unknown[], index: number, hasDocuments: boolean): Content {
  const read = parts.map((part) => {
    const { type, text } = (part ?? {}) as { type?: unknown; text?: unknown };
    if (typeof text === "string") {
      const isDocument = hasDocuments && (type === "document" || type === "file");
      return { text: text.toWellFormed(), from: isDocument ? "document" : "speaker" };
    }
    if (typeof type === "string") return { text: `[${type}]`, from: "nobody" };
    throw new InvalidInputError(`messages[${index}].content holds a part that has no type.`, {
      parameter: `messages[${index}].content`,
      value: part,
    });
  });
  const texts = (...from: string[]) =>
    read.filter((part) => from.includes(part.from)).map(({ text }) => text);
  const isSpeaking = texts("speaker").length > 0;
  return {
    said: isSpeaking ? texts("speaker", "nobody").join("\n") : "",
    documents: texts("document"),
  };
}
