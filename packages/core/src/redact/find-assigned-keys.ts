import { toSpan } from "./create-form-detector.ts";
import { isReference } from "./is-reference.ts";
import type { Span } from "./kinds.ts";
import { EQUALS, IS, PURPOSE } from "./password-words.ts";

/** Names of what has no form of its own, in code, in configuration and in words. */
const NAME = String.raw`(?<name>(?:api|access|secret|private|auth|account|signing|encryption|client|master)[ _-]?key|api-schlüssel|clave (?:de )?api|clé (?:d')?api|secret|token)(?:[_-](?:key|id|value|base|prod|dev|test|live)){0,2}(?![\p{L}\p{N}_])`;

const ASSIGNED = new RegExp(
  String.raw`${NAME}${PURPOSE}(?<sign>${IS}|${EQUALS}|\s{1,3})["'\x60]?(?<secret>[^\s"'\x60,;<>()[\]]{8,512})`,
  "dgiu",
);

/** A value right behind the name, with nothing between that says so: long, and of letters mixed with digits. */
const UNASSIGNED = /^(?=.{16})(?:.*?(?:\p{L}\d|\d\p{L})){3}/u;

/** Values that look random, behind a name that says that they are secret. */
export function* findAssignedKeys(text: string): Generator<Span> {
  for (const match of text.matchAll(ASSIGNED)) {
    const { name = "", sign = "", secret = "" } = match.groups ?? {};
    const value = secret.replace(/[.:?!}]+$/, "");
    if (sign.trim() === "" && !UNASSIGNED.test(value)) continue;
    if (isReference(value) || !looksRandom(value)) continue;
    const { kind, start } = toSpan(/token/i.test(name) ? "token" : "api-key", match);
    yield { kind, start, end: start + value.length };
  }
}

/** Least bits per character: English words have 2 to 3 by this measure, random characters nearly all there are. */
const LEAST_ENTROPY = 2.5;

/** Letters and digits of which few repeat, by Shannon's entropy over the value's own characters. */
function looksRandom(value: string): boolean {
  if (!/\d/.test(value) || !/\p{L}/u.test(value)) return false;
  const counts = new Map<string, number>();
  for (const char of value) counts.set(char, (counts.get(char) ?? 0) + 1);
  const entropy = [...counts.values()]
    .map((count) => count / value.length)
    .reduce((sum, share) => sum - share * Math.log2(share), 0);
  return entropy >= LEAST_ENTROPY;
}
