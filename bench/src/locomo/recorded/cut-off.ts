import { countTokens } from "../../report/count-tokens.ts";
import type { Answer } from "../retrieval/ask-subjects.ts";
import { meanOf } from "../retrieval/mean-of.ts";

/** What is left of rankings when only what is at least half as relevant as the best result counts. */
export interface CutOff {
  /** Share of it that is relevant; 0 for nothing. */
  precision: number;
  /** Share of what is relevant that stands in it. */
  recall: number;
  facts: number;
  tokens: number;
}

/** Half, by which the precision of rankings is compared; `context()` takes a little more, 0.45. */
const LEAST_SHARE_OF_BEST = 0.5;

/** Cuts answers off by their relevance: the means of what is left. */
export function cutOff(
  answers: readonly Pick<Answer, "question" | "found">[],
  textOf: (factId: string) => string,
): CutOff {
  const cuts = answers.map(({ question: { relevant }, found }) => {
    const least = (found[0]?.score ?? 0) * LEAST_SHARE_OF_BEST;
    const kept = found.filter(({ score }) => score >= least);
    const hits = kept.filter(({ id }) => relevant.has(id)).length;
    return {
      precision: kept.length === 0 ? 0 : hits / kept.length,
      recall: hits / relevant.size,
      facts: kept.length,
      tokens: countTokens(kept.map(({ id }) => textOf(id)).join("\n")),
    };
  });
  return {
    precision: meanOf(cuts.map(({ precision }) => precision)),
    recall: meanOf(cuts.map(({ recall }) => recall)),
    facts: meanOf(cuts.map(({ facts }) => facts)),
    tokens: meanOf(cuts.map(({ tokens }) => tokens)),
  };
}
