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
};

/**
 * The messages of a call, as text: a plain string is one message of the user, text parts are joined,
 * other parts stand as their type (`[image_url]`), messages without any text are left out.
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
      `messages[${index}].role must be user, assistant, system, developer or tool.`,
      { parameter: `messages[${index}].role`, value: given },
    );
  }
  const text = readContent(content, index);
  if (text.trim() === "") return [];
  if (typeof name !== "string") return [{ role, content: text }];
  return [{ role, name: name.toWellFormed(), content: text }];
}

function readContent(content: unknown, index: number): string {
  if (content === undefined || content === null) return "";
  if (typeof content === "string") return content.toWellFormed();
  if (Array.isArray(content)) return readParts(content, index);
  throw new InvalidInputError(
    `messages[${index}].content must be a string or an array of parts like { type: "text", text }.`,
    { parameter: `messages[${index}].content`, value: content },
  );
}

function readParts(parts: readonly unknown[], index: number): string {
  const read = parts.map((part) => {
    const { type, text } = (part ?? {}) as { type?: unknown; text?: unknown };
    if (typeof text === "string") return { text: text.toWellFormed(), isText: true };
    if (typeof type === "string") return { text: `[${type}]`, isText: false };
    throw new InvalidInputError(`messages[${index}].content holds a part that has no type.`, {
      parameter: `messages[${index}].content`,
      value: part,
    });
  });
  return read.some(({ isText }) => isText) ? read.map(({ text }) => text).join("\n") : "";
}
