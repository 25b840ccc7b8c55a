import { embedTexts } from "../calls/embed-texts.ts";
import type { Engine } from "../engine.ts";
import type { EpisodeRow } from "../ports/stored-rows.ts";
import { LAST_OF_EACH, type ReadingTime } from "../reading.ts";
import { findCandidates, type Sought } from "./find-candidates.ts";
import { prepareQuery, type PreparedQuery } from "./prepare-query.ts";
import { rankMatches, type Ranked } from "./rank-matches.ts";
import { answersInTime } from "./time/answers-in-time.ts";
import { placeAnchor } from "./time/place-anchor.ts";
import { rankInTime } from "./time/rank-in-time.ts";
import type { TimeQuestion } from "./time/read-time-question.ts";
import type { WordWeights } from "./words/score-by-words.ts";

/** What a query found, before anything is cut. */
export interface Relevant {
  readonly prepared: PreparedQuery;
  /** Most relevant first. */
  readonly ranked: readonly Ranked[];
  /** In no order. */
  readonly exchanges: readonly EpisodeRow[];
}

/** Which memories a query is about, whenever they were true. */
export interface Wanted extends Omit<Sought, "answering"> {
  /** Which versions answer; `ever` for the last one of each memory, whatever became of it. */
  readonly readingTime: ReadingTime | "ever";
  /** What words count by. Default: as the settings say. */
  readonly wordWeights?: WordWeights | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Finds what may answer a question, and ranks it. */
export async function findRelevant(
  engine: Engine,
  question: TimeQuestion,
  { readingTime, wordWeights, signal, ...sought }: Wanted,
): Promise<Relevant> {
  const { now, embedder } = engine.settings;
  const { topic, anchor } = question;
  const events = anchor ? [anchor.rest, anchor.words, anchor.untilWords ?? anchor.words] : [];
  const texts = [...new Set([topic, ...events])];
  const [store, vectors] = await Promise.all([
    engine.store(),
    embedTexts(engine, texts, { purpose: "query", signal }),
  ]);
  const vectorOf = (text: string) => vectors[texts.indexOf(text)] ?? [];
  const moment = readingTime === "ever" ? {} : readingTime;
  const time = await placeAnchor(engine, store, question, {
    ...sought,
    readingTime: moment,
    vectorOf,
  });
  const prepared = prepareQuery(time.topic, vectorOf(time.topic), time);
  const candidates = await findCandidates(engine, store, prepared, {
    ...sought,
    answering: readingTime === "ever" ? LAST_OF_EACH : answersInTime(time, moment, now()),
  });
  const weights = wordWeights ?? engine.settings.wordWeights;
  const matches = rankMatches(candidates, prepared, { embedder, wordWeights: weights });
  return { prepared, ranked: rankInTime(matches, time), exchanges: candidates.exchanges };
}
