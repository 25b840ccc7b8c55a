import type { WordWeights } from "@palimpsest/core/testing";

/** A search with some of its signals taken out. */
export interface Variant {
  readonly name: string;
  readonly weights: Partial<WordWeights>;
  /** Of the embedder's similarity, where words count 1. Absent: as the embedder has it. */
  readonly similarityWeight?: number;
}

const SAID = { said: 0, nearSaid: 0 };
const NEIGHBOURS = { beside: 0, around: 0 };
const FORMS = { near: 0, pair: 0, name: 1 };
const KINDS = { answer: 1, asked: 1 };

/** So much that words no longer count. */
const NOTHING_BUT_VECTORS = 1e6;

/** Everything, everything but one signal, and what is left at the ends. */
export const VARIANTS: readonly [Variant, ...Variant[]] = [
  { name: "all signals", weights: {} },
  { name: "without the words it came from", weights: SAID },
  { name: "without neighbours", weights: NEIGHBOURS },
  { name: "without near words", weights: { near: 0 } },
  { name: "without word pairs", weights: { pair: 0 } },
  { name: "without names", weights: { name: 1 } },
  { name: "without kinds of answers", weights: KINDS },
  { name: "without vectors", weights: {}, similarityWeight: 0 },
  {
    name: "nothing but the words of the fact",
    weights: { ...SAID, ...NEIGHBOURS, ...FORMS, ...KINDS },
    similarityWeight: 0,
  },
  { name: "nothing but vectors", weights: {}, similarityWeight: NOTHING_BUT_VECTORS },
];
