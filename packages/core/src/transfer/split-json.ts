import { TextDecoder } from "node:util";
import { InvalidInputError } from "../errors.ts";
import { lineError } from "./line-error.ts";

/** A JSON value as text, and the line that it begins on. */
export interface JsonText {
  readonly text: string;
  readonly line: number;
}

/** What an import reads: chunks of text or bytes, cut anywhere, or lines with or without their ends. */
export type TextSource =
  | string
  | Uint8Array
  | Iterable<string | Uint8Array>
  | AsyncIterable<string | Uint8Array>;

/** Longest JSON value, in characters: far above what a store writes. */
const LONGEST = 16 * 1024 * 1024;
/** Deepest nesting of a value. */
const DEEPEST = 200;

const SPACE = /\s/;
/** What a value that is no array, object or string ends before. */
const DELIMITER = /[\s,[\]{}"]/;
/** The beginning of `{ "results": [ … ] }`, up to the bracket. */
const WRAPPER = /^\{\s*"(results|memories)"\s*:\s*$/;
/** What can still become that beginning. */
const WRAPPER_TO_BE = /^\{\s*("(results|memories)"\s*:?\s*)?$/;

/**
 * The JSON values of a source, one at a time, so that no more than one of them is held: of lines of
 * JSON each value, of one array or `{ results: […] }` each item.
 *
 * Values stand on one line each, except in arrays. They are not parsed, only told apart.
 *
 * @throws {InvalidInputError} when the source is none, when a value has no end, is too long or too deep, or bytes are no UTF-8.
 */
export async function* splitJson(source: TextSource): AsyncGenerator<JsonText> {
  assertSource(source);
  const splitter = createSplitter();
  for await (const text of decodeChunks(source, () => splitter.line())) yield* splitter.read(text);
  yield* splitter.end();
}

function assertSource(source: unknown): void {
  const isText = typeof source === "string";
  const isIterable =
    typeof source === "object" &&
    source !== null &&
    (Symbol.iterator in source || Symbol.asyncIterator in source);
  if (isText || isIterable) return;
  throw new InvalidInputError("source must be text, bytes, or an iterable of chunks of these.", {
    parameter: "source",
    value: source,
  });
}

async function* decodeChunks(source: TextSource, line: () => number): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const decode = (...input: Parameters<typeof decoder.decode>) => {
    try {
      return decoder.decode(...input);
    } catch (cause) {
      throw lineError(line(), "or one soon after it is not UTF-8", cause);
    }
  };
  const chunks = typeof source === "string" || source instanceof Uint8Array ? [source] : source;
  for await (const chunk of chunks) {
    if (typeof chunk === "string") yield chunk;
    else if (chunk instanceof Uint8Array) yield decode(chunk, { stream: true });
    else throw lineError(line(), "is neither a string nor bytes");
  }
  yield decode();
}

function createSplitter() {
  let line = 1;
  /** Text of the value that is being read, as far as earlier chunks had it. */
  let held = "";
  /** How deep the items of a list stand: 0 for lines, 1 in an array, 2 in a wrapper's. */
  let listDepth = 0;
  let depth = 0;
  let kind: "none" | "string" | "nested" | "plain" = "none";
  let isInString = false;
  let isEscaped = false;
  /** After the list of a wrapper: the rest of it means nothing to us. */
  let isSkipping = false;
  let valueLine = 1;
  let hasValueOnLine = false;

  return { line: () => line, read, end };

  function* read(chunk: string): Generator<JsonText> {
    let start = 0;
    for (let index = 0; index < chunk.length; index++) {
      const char = chunk[index] as string;
      if (char === "\n") newLine(chunk.slice(start, index));
      if (kind === "plain" && DELIMITER.test(char)) {
        yield take(chunk.slice(start, index));
        start = index;
      }
      if (kind === "none") {
        start = index;
        if (!begin(char)) continue;
      } else if (isInString) readInString(char);
      else if (char === '"') isInString = true;
      else if (char === "[" || char === "{") {
        if (
          char === "[" &&
          depth === 1 &&
          listDepth === 0 &&
          WRAPPER.test(held + chunk.slice(start, index))
        ) {
          [listDepth, depth, kind, held] = [2, 2, "none", ""];
          continue;
        }
        open();
      } else if (char === "]" || char === "}") depth -= 1;
      const isComplete =
        (kind === "nested" && depth === listDepth && !isInString) ||
        (kind === "string" && !isInString);
      if (!isComplete) continue;
      const value = take(chunk.slice(start, index + 1));
      start = index + 1;
      if (isSkipping) [isSkipping, listDepth] = [false, 0];
      else yield value;
    }
    if (kind !== "none") hold(chunk.slice(start));
  }

  function* end(): Generator<JsonText> {
    if (kind === "plain") yield take("");
    if (kind !== "none" || listDepth > 0) {
      throw lineError(kind === "none" ? line : valueLine, "ends within a JSON value");
    }
  }

  /** Whether a value begins with this character. */
  function begin(char: string): boolean {
    if (SPACE.test(char) || char === "\uFEFF") return false;
    if (listDepth > 0 && char === ",") return false;
    if (listDepth > 0 && char === "]") {
      depth -= 1;
      // What is left of a wrapper is read like a value that nobody wants.
      if (listDepth === 2) [isSkipping, listDepth, kind, valueLine] = [true, 0, "nested", line];
      else listDepth = 0;
      return false;
    }
    if (listDepth === 0) {
      // Lines may come without their ends.
      if (hasValueOnLine) line += 1;
      hasValueOnLine = true;
      if (char === "[") {
        [listDepth, depth] = [1, 1];
        return false;
      }
    }
    valueLine = line;
    if (char === "{" || char === "[") {
      kind = "nested";
      open();
    } else if (char === '"') [kind, isInString] = ["string", true];
    else kind = "plain";
    return true;
  }

  function newLine(text: string): void {
    const isOpen = kind === "nested" || isInString;
    if (isOpen && listDepth === 0 && !isSkipping && !WRAPPER_TO_BE.test(held + text)) {
      throw lineError(
        valueLine,
        "is not a whole JSON value: each stands on one line, or in one array",
      );
    }
    line += 1;
    hasValueOnLine = false;
  }

  function readInString(char: string): void {
    if (isEscaped) isEscaped = false;
    else if (char === "\\") isEscaped = true;
    else if (char === '"') isInString = false;
  }

  function open(): void {
    depth += 1;
    if (depth > DEEPEST) throw lineError(valueLine, `is nested more than ${DEEPEST} levels deep`);
  }

  function hold(text: string): void {
    if (!isSkipping) held += text;
    if (held.length > LONGEST) throw lineError(valueLine, `has more than ${LONGEST} characters`);
  }

  function take(text: string): JsonText {
    hold(text);
    const value = { text: held, line: valueLine };
    [held, kind] = ["", "none"];
    return value;
  }
}
