import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import { addAbortSignal } from "node:stream";
import { text as readAll } from "node:stream/consumers";
import { InvalidInputError, type Message } from "@palimpsest/core";
import type { Screen } from "./show/screen.ts";
import { UsageError } from "./usage-error.ts";

/**
 * What is to be learned from: a text, or the messages of a file or of standard input (`-`).
 *
 * @throws {UsageError} when nothing was given, or two things.
 * @throws {InvalidInputError} when a `.json` file holds no messages.
 */
export async function readMessages(
  { text, file }: { text: string | undefined; file: string | undefined },
  { screen, signal }: { screen: Screen; signal: AbortSignal },
): Promise<string | readonly Message[]> {
  if ((text === undefined) === (file === undefined)) {
    throw new UsageError("Say what to learn from: a text, --file FILE, or - for standard input.");
  }
  if (file !== undefined) {
    const content = await readFile(file, { encoding: "utf8", signal });
    const messages = findMessages(content);
    if (messages === undefined && extname(file) === ".json") {
      throw new InvalidInputError(
        `${file} holds no messages: [{ "role": "user", "content": "…" }] was expected.`,
        { parameter: "--file" },
      );
    }
    return messages ?? content;
  }
  if (text !== "-") return text ?? "";
  const content = await readAll(addAbortSignal(signal, screen.terminal.stdin));
  return findMessages(content) ?? content;
}

/** The messages in a JSON text, an array or `{ messages }`; `undefined` when it is another text. */
function findMessages(content: string): Message[] | undefined {
  const value = parseJson(content) as Message[] | { messages?: unknown } | null | undefined;
  const messages = Array.isArray(value) ? value : value?.messages;
  return Array.isArray(messages) ? (messages as Message[]) : undefined;
}

function parseJson(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch (error) {
    // A text is no JSON, and need not be.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
