import { analyzeText } from "../../../text/analyze-text.ts";
import type { Claim, Polarity, Statement } from "../claims/claim.ts";
import { recognizeClaims } from "../claims/recognize-claims.ts";
import { detectLanguage } from "../extract/detect-language.ts";
import type { Language } from "../extract/language.ts";
import { LANGUAGES } from "../languages.ts";

/** A memory or a fact as the judge sees it. */
export interface ReadMemory {
  readonly text: string;
  /** Who it is about, by all names that it gives them: `user`, `anna`, `user's sister`. */
  readonly subjects: ReadonlySet<string>;
  readonly claims: readonly Claim[];
  /** Stems of the words that carry meaning, numbers and dates left out. */
  readonly words: ReadonlySet<string>;
  /** Numbers, dates, days of the week: what tells two times or amounts of one thing apart. */
  readonly figures: ReadonlySet<string>;
  readonly polarity: Polarity;
  /** Whether it tells of something that happened, and so can happen again. */
  readonly isPast: boolean;
}

/** Reads a text in any wording: ours, a model's, or a person's own. */
export function readMemory(text: string): ReadMemory {
  const language = languageOf(text);
  const statements = language.parseMemory(text);
  const claims = statements.flatMap((statement) => recognizeClaims(statement, language.claims));
  const [first] = statements;
  return {
    text,
    subjects: new Set([
      ...(first ? namesOf(first, language) : []),
      ...claims.map(({ subject }) => subject.toLowerCase()),
    ]),
    claims,
    ...wordsOf(text),
    polarity: first ? language.claims.affirm(first.predicate).polarity : "affirmed",
    isPast: first !== undefined && language.tenseOf(first.predicate) === "past",
  };
}

function languageOf(text: string): Language {
  if (/\bNutzers?\b/.test(text)) return LANGUAGES.de;
  if (/\b[Uu]suario\b/.test(text)) return LANGUAGES.es;
  if (/\b[Uu]ser(?:'s)?\b/.test(text)) return LANGUAGES.en;
  const code = detectLanguage(text);
  return LANGUAGES[code === undefined || code === "other" ? "en" : code];
}

function namesOf({ subject }: Statement, language: Language): string[] {
  if (subject === language.claims.user) return ["user"];
  const name = language.claims.nameOf(subject);
  const role = /(?:user's|des Nutzers|del usuario)/i.test(subject)
    ? subject.replace(`${name},`, "").replace(/[,]$/, "").trim()
    : name;
  return [name.toLowerCase(), role.replace(/^(?:the |der |die |das |el |la )/i, "").toLowerCase()];
}

const FIGURE =
  /^(?:\d.*|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|(?:mon|diens|donners|frei|sams|sonn)tags?|mittwochs?|sonnabends?|lunes|martes|miercoles|jueves|viernes|sabados?|domingos?|january|february|march|april|may|june|july|august|september|october|november|december|januar|janner|februar|marz|mai|juni|juli|oktober|dezember|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre|one|two|three|four|five|six|seven|eight|nine|ten|(?:ein|zwei|drei|vier|funf|sechs|sieben)mal|zwei|drei|vier|funf|sechs|sieben|acht|neun|zehn|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez)$/;

function wordsOf(text: string): Pick<ReadMemory, "words" | "figures"> {
  const { words, stems } = analyzeText(
    text.replace(/\b(?:called|named|namens|llamad[oa]|week|weekend)\b/g, ""),
  );
  const isFigure = words.map((word) => FIGURE.test(word));
  return {
    words: new Set(stems.filter((_, index) => !isFigure[index])),
    figures: new Set(words.filter((_, index) => isFigure[index])),
  };
}
