import { toSpan } from "./create-form-detector.ts";
import { isReference } from "./is-reference.ts";
import type { Span } from "./kinds.ts";
import { BLANK } from "./placeholders.ts";
import {
  CARD_CODE,
  EQUALS,
  IS,
  isPlainWord,
  PASSWORD,
  PASSWORD_OR_ELSE,
  PIN,
  PURPOSE,
  TO,
  UNIT,
} from "./password-words.ts";

const VALUE = String.raw`(?<secret>"\S[^"\n]{2,100}"|'\S[^'\n]{2,100}'|“\S[^”\n]{2,100}”|„\S[^“”\n]{2,100}[“”]|«\s?\S[^»\n]{2,100}»|\S{3,128})`;
const NUMBER = String.raw`(?<secret>\d{3,8})(?![\p{L}\p{N}]|[.,:/-]\d)`;

/** How a password is told, and whether a plain word may be it, one without digit or sign. */
const SAID: readonly (readonly [form: RegExp, mayBeWord: boolean])[] = [
  [new RegExp(`${PASSWORD}${PURPOSE}(?:${IS}|${EQUALS})${VALUE}`, "dgiu"), true],
  [new RegExp(`${PASSWORD}${PURPOSE}(?:${TO}|[^\\S\\n]{1,3})${VALUE}`, "dgiu"), false],
  [new RegExp(`${PASSWORD_OR_ELSE}${PURPOSE}(?:${IS}|${EQUALS}|${TO})${VALUE}`, "dgiu"), false],
];

const NUMBERS = [
  new RegExp(`(?:${PIN})${PURPOSE}(?:${IS}|${EQUALS}|${TO})${NUMBER}`, "dgiu"),
  new RegExp(`(?:${CARD_CODE})${PURPOSE}(?:${IS}|${EQUALS}|\\s{1,3})${NUMBER}`, "dgiu"),
];

/** Several words that are one secret, up to the end of their sentence. */
const PHRASES = [
  new RegExp(
    `(?:passphrase|passwortsatz|frase de contraseña|phrase secrète)${PURPOSE}(?:${IS}|${EQUALS})(?<secret>(?:\\p{L}{3,15} ){2,9}\\p{L}{3,15})(?![\\p{L}\\p{N} ])`,
    "dgiu",
  ),
  // BIP 39: 12 to 24 words.
  new RegExp(
    `(?:seed|recovery|backup|mnemonic|secret)(?: phrase| words)?${PURPOSE}(?:${IS}|${EQUALS})(?<secret>(?:[a-z]{3,8}[ ,]{1,2}){11,23}[a-z]{3,8})`,
    "dgiu",
  ),
];

/** In "is weak by our rules" the word goes on, in "is swordfish and" it does not; with what was removed it does. */
const ENDS = new RegExp(
  String.raw`^(?:(?!${BLANK})\s)*(?:$|[.,;!?)\n]|(?:and|but|und|aber|y|pero|et|mais)\s)`,
  "i",
);

/** Passwords and PINs that are said in words, or written behind their name. */
export function* findPasswords(text: string): Generator<Span> {
  for (const [form, mayBeWord] of SAID) {
    for (const match of text.matchAll(form)) {
      const span = withoutQuotes(text, toSpan("password", match));
      if (isPassword(text, span, mayBeWord)) yield span;
    }
  }
  for (const form of NUMBERS) {
    for (const match of text.matchAll(form)) {
      const span = toSpan("password", match);
      if (!UNIT.test(text.slice(span.end, span.end + 20))) yield span;
    }
  }
  for (const form of PHRASES) {
    for (const match of text.matchAll(form)) {
      const [first = ""] = match.groups?.["secret"]?.split(" ") ?? [];
      if (!isPlainWord(first)) yield toSpan("password", match);
    }
  }
}

/** Without quotation marks around it, and without what ends a sentence or a parameter. An exclamation mark may be its own. */
function withoutQuotes(text: string, { start, end, kind }: Span): Span {
  // In an address or a connection string the next parameter begins where this one ends.
  const [value = ""] = text.slice(start, end).split(/[;&](?=[\w .-]{1,40}=|$)/, 1);
  const [before = ""] = /^["'“„«`(<*]*/.exec(value) ?? [];
  const kept = value.slice(before.length).replace(/["'”“»`)>*.,;:?\]}]+$/, "");
  return { kind, start: start + before.length, end: start + before.length + kept.length };
}

function isPassword(text: string, { start, end }: Span, mayBeWord: boolean): boolean {
  const value = text.slice(start, end);
  const after = text.slice(end, end + 20);
  if (value.length < 3 || isReference(value) || UNIT.test(after)) return false;
  if (/^\d+$/.test(value)) return mayBeWord && value.length >= 4;
  if (/^\p{L}[\p{L}\p{M}'’-]*!?$/u.test(value) && !/\p{Ll}\p{Lu}/u.test(value)) {
    const isQuoted = /["'”“»`]/.test(after.slice(0, 1));
    const isLast = ENDS.test(after);
    return mayBeWord && (isQuoted || isLast) && !isPlainWord(value.replace("!", ""));
  }
  if (/\s/.test(value)) return mayBeWord;
  return mayBeWord || (/\p{N}/u.test(value) && /\p{L}/u.test(value) && value.length >= 6);
}
