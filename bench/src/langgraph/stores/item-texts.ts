import type { Corpus } from "../../synthetic/corpus.ts";
import { createLookUpEmbedder } from "../../synthetic/look-up-embedder.ts";
import { createVectors } from "../../synthetic/vectors.ts";
import { createWords } from "../../synthetic/words.ts";

/** Texts by number, and questions about them, whose vectors the embedder knows when they were asked for. */
export type ItemTexts = Pick<Corpus, "embedder" | "teach" | "ask">;

/** The same texts as those of the corpus, without the rows of core. */
export function createItemTexts(dimensions: number): ItemTexts {
  const vectors = createVectors(dimensions);
  const words = createWords();
  const embedder = createLookUpEmbedder(dimensions);
  return {
    embedder,
    teach: (index) => embedder.learn(words.toSentence(words.memory(index)), vectors.memory(index)),
    ask: (index) =>
      embedder.learn(words.toSentence(words.question(index)), vectors.question(index)),
  };
}
