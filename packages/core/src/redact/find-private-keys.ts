import type { Span } from "./kinds.ts";

/** The lines around a key of RFC 7468, of OpenSSH and of OpenPGP. */
const BOUNDARY = /-----(BEGIN|END) [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/g;

/** Lines of base64 and of headers, with line breaks that may be written as `\n`. */
const BODY =
  /(?:\s|\\[rn]|[A-Za-z0-9+/=]{16,}|(?:Proc-Type|DEK-Info|Version|Comment): [^\n]{0,200}\n)*/y;

/** What every key has somewhere, and prose has not. */
const KEY_LINE = /[A-Za-z0-9+/=]{32}/;

/** Private keys in text form, whole, or as far as they go where the end is missing. */
export function* findPrivateKeys(text: string): Generator<Span> {
  let begin: RegExpExecArray | undefined;
  for (const boundary of text.matchAll(BOUNDARY)) {
    const isEnd = boundary[1] === "END";
    if (begin !== undefined) {
      const end = isEnd ? boundary.index + boundary[0].length : endOfBody(text, begin);
      yield* toKey(text, begin.index, end);
    }
    begin = isEnd ? undefined : boundary;
  }
  if (begin !== undefined) yield* toKey(text, begin.index, endOfBody(text, begin));
}

function* toKey(text: string, start: number, end: number): Generator<Span> {
  if (KEY_LINE.test(text.slice(start, end))) yield { kind: "private-key", start, end };
}

function endOfBody(text: string, begin: RegExpExecArray): number {
  const start = begin.index + begin[0].length;
  BODY.lastIndex = start;
  const [body = ""] = BODY.exec(text) ?? [];
  // The last line of a key that was cut is short; white space behind it is no part of it.
  const [rest = ""] =
    /^[A-Za-z0-9+/=]*/.exec(text.slice(start + body.length, start + body.length + 16)) ?? [];
  return start + (rest === "" ? body.trimEnd().length : body.length + rest.length);
}
