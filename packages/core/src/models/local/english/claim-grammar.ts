import { compileClaims, type ClaimPattern } from "../claims/claim-pattern.ts";
import type { Statement } from "../claims/claim.ts";
import type { ClaimGrammar } from "../claims/language.ts";
import { affirm } from "./affirm.ts";
import { PRODUCT_PATTERNS } from "./product-patterns.ts";
import { LIFE_PATTERNS } from "./life-patterns.ts";
import { ENGLISH_SLOTS } from "./slots.ts";
import { kinKind } from "./kin.ts";
import { TASTE_PATTERNS } from "./taste-patterns.ts";

const TAILS: readonly ClaimPattern[] = [
  { attribute: "employer", after: ["job"], says: ["at|for|with {org}"], text: "S works at {org}" },
  {
    attribute: "job",
    after: ["employer"],
    says: ["as a|an|the|their {role}"],
    text: "S works as a {role}",
  },
  {
    attribute: "hometown",
    after: ["job", "age", "relationship_status", "nationality"],
    says: ["from {place}"],
    text: "S is from {place}",
  },
  {
    attribute: "home",
    after: ["job", "age", "nationality", "relationship_status"],
    says: ["living|based in|near {place}"],
    text: "S lives in {place}",
  },
];

/** How English statements are taken apart. */
export const ENGLISH_CLAIMS: ClaimGrammar = {
  user: "User",
  toOwned: (subject) => (subject.startsWith("User's ") ? subject.replace("User", "S") : undefined),
  heads: compileClaims(
    [...PRODUCT_PATTERNS, ...LIFE_PATTERNS, ...TASTE_PATTERNS],
    ENGLISH_SLOTS,
    "head",
  ),
  tails: compileClaims(TAILS, ENGLISH_SLOTS, "tail"),
  slots: ENGLISH_SLOTS,
  listing: /^(is|has) ((?!.*\bwith\b).*(?:,| and ).*)$/,
  separator: /,? and |,? or |, /,
  negation: /not(?![a-z])/,
  not: "not",
  affirm,
  say: ({ subject, predicate }) => `${subject} ${predicate}`,
  polish: (text) =>
    text
      .replace(/\s+/g, " ")
      .replace(/ (?=,)/g, "")
      .trim(),
  takeApart,
  isPerson: (subject) =>
    subject === "User" || subject.startsWith("User and ") || isSomebody(subject),
  nameOf: (subject) =>
    /^[^,]+(?=, (?:the user|User)'s )/.exec(subject)?.[0] ??
    (subject.startsWith("User and ") ? "user" : subject.replace(/^User's/, "user's")),
};

/** "is a 42-year-old teacher" says an age and a profession, "has a dog and two cats" two pets. */
function takeApart({ subject, predicate }: Statement): readonly Statement[] {
  const aged = /^is an? (\d{1,3})[ -]years?[ -]old\b(?: (.+))?$/i.exec(predicate);
  if (aged) {
    const rest = aged[2] && !/^(?:man|woman|guy|girl|boy|male|female)$/.test(aged[2]);
    return [
      { subject, predicate: `is ${aged[1]} years old` },
      ...(rest ? [{ subject, predicate: `is a ${aged[2]}` }] : []),
    ];
  }
  if (/^(?:broke|split) up\b(?! with)/.test(predicate) && subject === "User") {
    return [{ subject, predicate: predicate.replace(/ up\b/, " up with their partner") }];
  }
  // Who they live with is told apart from where.
  const home =
    /^((?:lives|is living|has been living|resides|is based)\b.*?),? with their (?:.*\p{Lu}|(?:two|three|four|five|\d) )/u.exec(
      predicate,
    );
  return [{ subject, predicate: home?.[1] ?? predicate }];
}

/** "Anna", "Anna, the user's sister," and "User's sister", not "User's shop". */
function isSomebody(subject: string): boolean {
  const owned = /^User's (?:.* )?(\S+)$/.exec(subject)?.[1];
  if (owned !== undefined) return kinKind(owned) !== undefined;
  return /^\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?(?:,|$)/u.test(subject);
}
