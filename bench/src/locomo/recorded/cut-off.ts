import { countTokens } from "../../report/count-tokens.ts";
import type { Found } from "./subjects/subject.ts";

/** What is left of a ranking when only what is at least half as relevant as the best result counts. */
export interface CutOff {
  /** Share of it that is relevant; 0 for nothing. */
  precision: number;
  /** Share of what is relevant that stands in it. */
  recall: number;
  facts: number;
  tokens: number;
}

/** That of core's `renderContext`. */
const LEAST_SHARE_OF_BEST = 0.5;

/** Cuts a ranking off as `context()` does, before its token budget. */
export function cutOff(
  found: readonly Found[],
  { relevant, textOf }: { relevant: ReadonlySet<string>; textOf: (factId: string) => string },
): CutOff {
  const least = (found[0]?.score ?? 0) * LEAST_SHARE_OF_BEST;
  const kept = found.filter(({ score }) => score >= least);
  const hits = kept.filter(({ factId }) => relevant.has(factId)).length;
  return {
    precision: kept.length === 0 ? 0 : hits / kept.length,
    recall: hits / relevant.size,
    facts: kept.length,
    tokens: countTokens(kept.map(({ factId }) => textOf(factId)).join("\n")),
  };
}
