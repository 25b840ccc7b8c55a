import type { LanguageModel } from "../ports/language-model.ts";
import type { Reranker } from "../ports/reranker.ts";
import { readGrades } from "./read-grades.ts";
import { gradingRequest } from "./rerank-memories.prompt.ts";

/** Which model grades. */
export interface ModelRerankerOptions {
  /** Any language model, such as `openai()`; a small one is enough. */
  model: LanguageModel;
}

/**
 * Texts that one call shows: the window of RankGPT (https://arxiv.org/abs/2304.09542), because in
 * longer lists models overlook what stands in the middle (https://arxiv.org/abs/2307.03172).
 */
const MOST_TEXTS = 20;

/**
 * A reranker that lets a language model grade what was found, 20 texts in a call, all calls at once.
 *
 * The model sees the texts side by side, as in RankGPT, and sorts them into the four grades of TREC's
 * relevance judgments, worded for memories (https://arxiv.org/abs/2406.06519): graded labels rank
 * better than a yes or no (https://arxiv.org/abs/2310.14122). A grade means the same in each call, so
 * that calls need not overlap, and scores of different queries compare. Texts of one grade are
 * equally relevant, and a search leaves them in its own order.
 *
 * Of each text the first 2,000 characters are shown. It rejects as its model does, and with a
 * `ModelOutputError` for grades that cannot be read.
 */
export function modelReranker({ model }: ModelRerankerOptions): Reranker {
  return {
    id: model.id,
    async rerank(query, texts, { signal } = {}) {
      const windows = Array.from({ length: Math.ceil(texts.length / MOST_TEXTS) }, (_, index) =>
        texts.slice(index * MOST_TEXTS, (index + 1) * MOST_TEXTS),
      );
      const relevances = await Promise.all(
        windows.map(async (window) => {
          const answer = await model.generate({ ...gradingRequest(query, window), signal });
          return readGrades(answer.arguments, window.length);
        }),
      );
      return relevances.flat();
    },
  };
}
