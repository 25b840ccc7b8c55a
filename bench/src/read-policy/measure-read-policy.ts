import type { Memory } from "@palimpsest/core";
import type { Question } from "../locomo/retrieval/subject.ts";
import { startProgress } from "../report/progress.ts";
import type { ForeignQuestion } from "./pick-foreign.ts";

/** What a memory says to questions that it can answer, and to those that it cannot. */
export interface ReadPolicyFigures {
  /** Own questions. */
  own: number;
  /** Questions of other conversations. */
  foreign: number;
  /** Share of the foreign ones for which `context()` is empty. */
  silent: number;
  /** Recall@10 of the own ones with the default threshold. */
  recall: number;
  /** The same with a threshold of 0. */
  recallOfAll: number;
}

const LIMIT = 10;

/** Asks a memory of recorded facts its own questions and foreign ones. */
export async function measureReadPolicy(
  memory: Memory,
  {
    own,
    foreign,
    signal,
  }: { own: readonly Question[]; foreign: readonly ForeignQuestion[]; signal: AbortSignal },
): Promise<ReadPolicyFigures> {
  let [silent, recall, recallOfAll] = [0, 0, 0];
  const progress = startProgress(own.length * 2 + foreign.length, "answers");
  try {
    for (const question of own) {
      recall += await recallOf(question);
      recallOfAll += await recallOf(question, 0);
      progress.advance(2, "own");
    }
    for (const { userId, text, askedAt: at } of foreign) {
      if ((await memory.context(text, { userId, at, signal })) === "") silent++;
      progress.advance(1, "foreign");
    }
  } finally {
    progress.stop();
  }
  return {
    own: own.length,
    foreign: foreign.length,
    silent: silent / foreign.length,
    recall: recall / own.length,
    recallOfAll: recallOfAll / own.length,
  };

  async function recallOf(
    { userId, text, askedAt: at, relevant }: Question,
    threshold?: number,
  ): Promise<number> {
    const { results } = await memory.search(text, { userId, at, limit: LIMIT, threshold, signal });
    return (
      results.filter(({ metadata }) => relevant.has(metadata["factId"] as string)).length /
      relevant.size
    );
  }
}
