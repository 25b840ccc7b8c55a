import type { Statement } from "../claims/claim.ts";
import type { ClaimGrammar } from "../claims/language.ts";
import type { Tense } from "../../../text/dates/spans.ts";
import type { DateWriter } from "../dates/write-out-dates.ts";
import type { AnswerWords } from "./answer-question.ts";
import type { Others, SentenceReading } from "./reader.ts";

export type LanguageCode = "en" | "de" | "es";

/** All that is particular to a language. */
export interface Language {
  readonly code: LanguageCode;
  readonly claims: ClaimGrammar;
  readonly writeOutDates: DateWriter;
  readonly answers: AnswerWords;
  /** The statements of a memory in any wording: ours, a model's, or a person's own. */
  readonly parseMemory: (memory: string) => readonly Statement[];
  /** When what a predicate in the third person says happens. */
  readonly tenseOf: (predicate: string) => Tense;
  readonly readSentence: (sentence: string, others: Others) => SentenceReading;
}
