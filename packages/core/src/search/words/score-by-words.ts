import type { Hits } from "./find-hits.ts";
import type { QueryWord } from "./query-words.ts";

/** Where the words of a query stand, for one memory. */
export interface WordedMemory {
  /** In its own text. */
  readonly own: Hits;
  /** In what was said when it was learned, by the best of its exchanges. */
  readonly said?: Hits | undefined;
  /** In the texts of the memories learned right before and after it. */
  readonly beside: readonly Hits[];
  /** In those one further away. */
  readonly around: readonly Hits[];
  /** Whether it tells something of the kind that is asked for, as a time where that is "when". */
  readonly tellsAnswer?: boolean;
  /** Whether nothing but questions were said when it was learned: they have the words of an answer, and rarely the answer. */
  readonly isAsked?: boolean;
}

/**
 * How much a word counts in each place, searched on LoCoMo's development half: `pnpm bench locomo
 * --ablation` shows what recall loses without each. Decision 0038 has what the last two gave.
 */
export const WORD_WEIGHTS = {
  own: 1,
  said: 0.5,
  beside: 0.3,
  around: 0.15,
  near: 0.45,
  /** Of a near word in what was said, against one in the text. */
  nearSaid: 0.5,
  /** Of two words of the query that stand together, against one word as rare. */
  pair: 0.15,
  /** Of a word that tells when: what fits the time gains by that, and need not name it. */
  time: 0.3,
  /** How fast repetition stops counting: `k1` of BM25. */
  saturation: 0.85,
  /** How much length counts: `b` of BM25. */
  length: 0.3,
  /** What a memory gains that speaks of somebody whom the query names. */
  name: 1.1,
  /** What is left for a memory that says nothing of the query itself, though others around it do. */
  elsewhere: 0.8,
  /** What a memory gains that tells something of the kind that is asked for. */
  answer: 1.2,
  /** What is left for a memory that comes of nothing but questions. */
  asked: 0.85,
};

/** How much a word counts in each place. */
export type WordWeights = Readonly<Record<keyof typeof WORD_WEIGHTS, number>>;

/**
 * How well memories answer the words of a query: 0 for none, and 1 for a text that holds every word and
 * was learned from words that do; somewhat more where names and word pairs fit, too.
 *
 * BM25F (Robertson, Zaragoza and Taylor 2004): the places of a word are weighted before they are
 * saturated, so that a word in the text and beside it counts little more than in the text alone. Rarity
 * is that among the memories given. A word that none of them holds counts as a rare one: a query that
 * asks for something unknown scores low, whatever else it says.
 */
export function scoreByWords(
  words: readonly QueryWord[],
  memories: readonly WordedMemory[],
  weights: WordWeights = WORD_WEIGHTS,
): number[] {
  if (words.length === 0 || memories.length === 0) return memories.map(() => 0);
  const rarities = words.map(
    ({ isTime }, place) => (isTime ? weights.time : 1) * toRarity(memories, "exact", place),
  );
  const pairRarities = words.map((_, place) => weights.pair * toRarity(memories, "pairs", place));
  const length = meanLength(memories.map(({ own }) => own));
  const lengthSaid = meanLength(memories.flatMap(({ said }) => said ?? []));
  const { saturation } = weights;
  const most = weights.own + weights.said;
  const best = rarities.reduce((sum, rarity) => sum + (rarity * most) / (most + saturation), 0);

  return memories.map(({ own, said, beside, around, tellsAnswer, isAsked }) => {
    const ownShare = weights.own / toNorm(own, length);
    const saidShare = said ? weights.said / toNorm(said, lengthSaid) : 0;
    let score = 0;
    let isNamed = false;
    words.forEach((word, place) => {
      const inOwn = own.exact[place] ?? 0;
      const inSaid = said?.exact[place] ?? 0;
      const weight =
        inOwn * ownShare +
        inSaid * saidShare +
        weights.near *
          Math.max(
            inOwn > 0 ? 0 : (own.near[place] ?? 0),
            inSaid > 0 ? 0 : weights.nearSaid * (said?.near[place] ?? 0),
          ) +
        weights.beside * holdsAny(beside, place) +
        weights.around * holdsAny(around, place);
      score += ((rarities[place] ?? 0) * weight) / (weight + saturation);
      const paired = (own.pairs[place] ?? 0) * ownShare + (said?.pairs[place] ?? 0) * saidShare;
      score += ((pairRarities[place] ?? 0) * paired) / (paired + saturation);
      if (word.isName && inOwn > 0) isNamed = true;
    });
    const lift =
      (isNamed ? weights.name : 1) *
      (tellsItself(words, own) ? 1 : weights.elsewhere) *
      (tellsAnswer === true ? weights.answer : 1) *
      (isAsked === true ? weights.asked : 1);
    return (score / best) * lift;
  });

  function toNorm(hits: Hits, mean: number): number {
    return 1 - weights.length + (weights.length * hits.length) / mean;
  }
}

/** Whether a text says something of what a query asks, itself and beside the names in it. */
export function tellsItself(words: readonly QueryWord[], own: Hits): boolean {
  return words.some(
    ({ isName }, place) => !isName && ((own.exact[place] ?? 0) > 0 || (own.near[place] ?? 0) > 0),
  );
}

/** How rare a word or pair is among the memories, as BM25 reckons it. */
function toRarity(
  memories: readonly WordedMemory[],
  what: "exact" | "pairs",
  place: number,
): number {
  const holders = memories.filter(
    ({ own, said }) => (own[what][place] ?? 0) > 0 || (said?.[what][place] ?? 0) > 0,
  ).length;
  return Math.log(1 + (memories.length - holders + 0.5) / (holders + 0.5));
}

function holdsAny(hits: readonly Hits[], place: number): number {
  return hits.some(({ exact }) => (exact[place] ?? 0) > 0) ? 1 : 0;
}

function meanLength(hits: readonly Hits[]): number {
  return hits.reduce((sum, { length }) => sum + length, 0) / hits.length || 1;
}
