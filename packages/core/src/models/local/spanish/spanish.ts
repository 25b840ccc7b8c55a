import { compileClaims } from "../claims/claim-pattern.ts";
import type { Statement } from "../claims/claim.ts";
import type { ClaimGrammar } from "../claims/language.ts";
import type { Language } from "../extract/language.ts";
import { affirm } from "./affirm.ts";
import { SPANISH_ANSWERS } from "./answers.ts";
import { isDative } from "./datives.ts";
import { writeOutSpanishDates } from "./dates.ts";
import { SPANISH_PATTERNS, SPANISH_TAILS } from "./patterns.ts";
import { parseSpanishMemory } from "./parse-memory.ts";
import { readSpanishSentence, tenseOf } from "./read-sentence.ts";
import { SPANISH_SLOTS } from "./slots.ts";
import { kinKind } from "./vocabulary.ts";

const SPANISH_CLAIMS: ClaimGrammar = {
  user: "Usuario",
  toOwned: (subject) =>
    /^(?:El|La|Los|Las) (.+) del usuario$/.exec(subject)?.[1]?.replace(/^/, "S's "),
  heads: compileClaims(SPANISH_PATTERNS, SPANISH_SLOTS, "head"),
  tails: compileClaims(SPANISH_TAILS, SPANISH_SLOTS, "tail"),
  slots: SPANISH_SLOTS,
  listing: /^(es|está|tiene) (.*(?:,| [ye] ).*)$/,
  separator: /,? (?:y|e|o|ni) |, /,
  negation: /no(?![a-z])/,
  not: "no",
  affirm,
  say: ({ subject, predicate }) =>
    isDative(predicate) ||
    (subject === "Usuario" && /^les? \p{L}+(?:aron|ieron|an|en)(?!\p{L})/u.test(predicate))
      ? `${toDative(subject)} ${predicate}`
      : `${subject} ${predicate}`,
  polish: (text) =>
    text
      .replace(/ a (?=al? )/g, " ")
      .replace(/ le (gust|encant|interes|apasion|fascin)an (?=(?:el|la) )/, " le $1a ")
      .replace(/ de (?=del )/g, " ")
      .replace(/(?<= (?:al|del)) el (?=\d)/g, " ")
      .replace(/\s+/g, " ")
      .trim(),
  takeApart,
  isPerson: isSomebody,
  nameOf: (subject) => /^[^,]+(?=, (?:el|la) )/.exec(subject)?.[0] ?? subject,
};

/** "Al usuario le gusta", "A Andrés, el marido del usuario, le gusta". */
function toDative(subject: string): string {
  if (subject === "Usuario") return "Al usuario";
  if (subject.startsWith("El ")) return `Al ${subject.slice(3)}`;
  return `A ${/^La |^Los |^Las /.test(subject) ? subject.charAt(0).toLowerCase() + subject.slice(1) : subject}`;
}

/** "Con mi mujer Ana" is told apart from where somebody lives. */
function takeApart({ subject, predicate }: Statement): readonly Statement[] {
  const home = /^(vive\b.*? en .*?) con sus? (?:.*\p{Lu}|(?:dos|tres|cuatro|\d) )/u.exec(predicate);
  return [{ subject, predicate: home?.[1] ?? predicate }];
}

export const SPANISH: Language = {
  code: "es",
  claims: SPANISH_CLAIMS,
  writeOutDates: writeOutSpanishDates,
  answers: SPANISH_ANSWERS,
  parseMemory: parseSpanishMemory,
  tenseOf,
  readSentence: readSpanishSentence,
};

/** "Ana" and "La hermana del usuario", not "El coche del usuario". */
function isSomebody(subject: string): boolean {
  const owned = /^(?:El|La|Los|Las) (?:.* )?(\S+) del usuario$/.exec(subject)?.[1];
  return owned === undefined || kinKind(owned) !== undefined;
}
