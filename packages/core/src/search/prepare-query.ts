import type { Vector } from "../ports/stored-rows.ts";
import type { TimedQuestion } from "./time/place-anchor.ts";
import { createSaidReader, type SaidReader } from "./answers/read-said.ts";
import { readTellsAnswer, type TellsAnswer } from "./answers/tells-answer.ts";
import { createHitFinder, type HitFinder } from "./words/find-hits.ts";
import { type QueryWord, queryWords } from "./words/query-words.ts";

/** A query, ready to be looked for. */
export interface PreparedQuery {
  readonly text: string;
  readonly words: readonly QueryWord[];
  /** What full-text search looks for: the words in all of their forms. */
  readonly terms: readonly string[];
  readonly findHits: HitFinder;
  readonly tellsAnswer: TellsAnswer;
  readonly readSaid: SaidReader;
  readonly vector: Vector;
  /** What it says about time. */
  readonly time: TimedQuestion;
}

/** Reads what a query asks for, beside its vector and its times. */
export function prepareQuery(text: string, vector: Vector, time: TimedQuestion): PreparedQuery {
  const words = queryWords(time.text || text, text);
  const tellsAnswer = readTellsAnswer(time.text || text);
  return {
    text,
    words,
    terms: [...new Set(words.flatMap(({ forms, topics }) => [...forms, ...topics]))],
    findHits: createHitFinder(words),
    tellsAnswer,
    readSaid: createSaidReader(tellsAnswer),
    vector,
    time,
  };
}
