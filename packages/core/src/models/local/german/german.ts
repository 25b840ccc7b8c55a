import { compileClaims } from "../claims/claim-pattern.ts";
import type { Statement } from "../claims/claim.ts";
import type { ClaimGrammar } from "../claims/language.ts";
import type { Language } from "../extract/language.ts";
import { affirm } from "./affirm.ts";
import { GERMAN_ANSWERS } from "./answers.ts";
import { writeOutGermanDates } from "./dates.ts";
import { GERMAN_TAILS, LIFE_PATTERNS } from "./life-patterns.ts";
import { parseGermanMemory } from "./parse-memory.ts";
import { readGermanSentence, tenseOf } from "./read-sentence.ts";
import { GERMAN_SLOTS } from "./slots.ts";
import { TASTE_PATTERNS } from "./taste-patterns.ts";

/** What happens to somebody, who is no nominative then: "Dem Nutzer gefällt …". */
const DATIVE =
  /^(?:gefällt|gefallen|schmeckt|schmecken|fehlt|fehlen)(?!\p{L})|^tut .* weh$|^(?:ist|sind) \p{Lu}.* (?:wichtig|egal)$/u;

const GERMAN_CLAIMS: ClaimGrammar = {
  user: "Nutzer",
  toOwned: (subject) => {
    if (subject.startsWith("Nutzers ")) return subject.replace("Nutzer", "S");
    return /^(?:Der|Die|Das) (.+) des Nutzers$/.exec(subject)?.[1]?.replace(/^/, "Ss ");
  },
  heads: compileClaims([...LIFE_PATTERNS, ...TASTE_PATTERNS], GERMAN_SLOTS, "head"),
  tails: compileClaims(GERMAN_TAILS, GERMAN_SLOTS, "tail"),
  slots: GERMAN_SLOTS,
  listing: /^(ist|hat) (.*(?:,| und ).*)$/,
  separator: /,? und |,? oder |,? sowie |, /,
  negation: /nicht|kein/,
  not: "nicht",
  affirm,
  say: ({ subject, predicate }) =>
    subject === "Nutzer" && DATIVE.test(predicate)
      ? `Dem Nutzer ${predicate}`
      : `${subject} ${predicate}`,
  polish: (text) => text.replace(/\s+/g, " ").trim(),
  takeApart,
  isPerson: (subject) => !subject.startsWith("Nutzers "),
  nameOf: (subject) => /^[^,]+(?=, d(?:er|ie|as) )/.exec(subject)?.[0] ?? subject,
};

/** "Mit seiner Frau Anna" is told apart from where somebody lives. */
function takeApart({ subject, predicate }: Statement): readonly Statement[] {
  const home =
    /^((?:wohnt|lebt)\b.*?) (?:zusammen )?mit sein\S* (?:.*?\p{Lu}\p{L}+ \p{Lu}\p{L}+|(?:zwei|drei|vier|\d) \p{Lu}\p{L}+)(?:(?:,| und) sein\S* (?:\p{Ll}+ )?\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?)*( (?:in|bei|auf) .+)$/u.exec(
      predicate,
    );
  return [{ subject, predicate: home ? `${home[1]}${home[2]}` : predicate }];
}

export const GERMAN: Language = {
  code: "de",
  claims: GERMAN_CLAIMS,
  writeOutDates: writeOutGermanDates,
  answers: GERMAN_ANSWERS,
  parseMemory: parseGermanMemory,
  tenseOf,
  readSentence: readGermanSentence,
};
