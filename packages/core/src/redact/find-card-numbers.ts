import type { Span } from "./kinds.ts";

/** How the numbers of a brand begin, and how many digits they have (ISO/IEC 7812-1, the brands' own ranges). */
const BRANDS: readonly (readonly [prefix: RegExp, lengths: readonly number[]])[] = [
  [/^4/, [19, 16]], // Visa; its 13 digits of old are those of an EAN today
  [/^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, [16]], // Mastercard
  [/^3[47]/, [15]], // American Express
  [/^(?:30[0-5]|3[689])/, [14]], // Diners Club
  [/^35(?:2[89]|[3-8])/, [19, 16]], // JCB
  [/^(?:6011|64[4-9]|65|62)/, [19, 16]], // Discover, UnionPay
  [/^(?:50(?:18|20|38)|5893|6304|6759|676[1-3])/, [19, 16]], // Maestro
  [/^220[0-4]/, [19, 16]], // Mir
];

/** Up to 19 digits from the beginning of a number on, with a separator between them or none. No card begins otherwise. */
const DIGITS = /(?<![\p{L}\p{N}_.,]|[\p{L}\p{N}_]-)(?=([2-6](?:[\p{Zs}.\-‐‑–]?\d){12,18}))/gu;

/** Payment cards: a brand's prefix, its number of digits, and the checksum. */
export function* findCardNumbers(text: string): Generator<Span> {
  for (const { index: start, 1: digits = "" } of text.matchAll(DIGITS)) {
    const [, lengths = []] = BRANDS.find(([prefix]) => prefix.test(digitsOf(digits))) ?? [];
    for (const length of lengths) {
      const end = start + lengthOf(digits, length);
      const goesOn = /^[\p{L}\p{N}_]/u.test(text.slice(end, end + 2));
      if (goesOn || !passesLuhn(digitsOf(text.slice(start, end)), length)) continue;
      yield { kind: "card-number", start, end };
      break;
    }
  }
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, "");
}

/** The length of the passage that holds the first `count` digits. */
function lengthOf(passage: string, count: number): number {
  const last = Array.from(passage.matchAll(/\d/g))[count - 1];
  return last === undefined ? passage.length : last.index + 1;
}

/** The checksum of ISO/IEC 7812-1, annex B. */
function passesLuhn(digits: string, length: number): boolean {
  const sum = Array.from(digits, Number)
    .toReversed()
    .reduce((total, digit, index) => {
      const doubled = index % 2 === 0 ? digit : digit * 2;
      return total + (doubled > 9 ? doubled - 9 : doubled);
    }, 0);
  return digits.length === length && sum % 10 === 0;
}
