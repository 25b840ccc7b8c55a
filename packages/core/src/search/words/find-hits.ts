import { vectorOf } from "../../text/word-vectors.ts";
import type { QueryWord } from "./query-words.ts";

/** How the words of a query stand in a text, by their places in the query. */
export interface Hits {
  /** Whether each is there: 0 when not, 1 by its stem, and a little more in the very same form. */
  readonly exact: Float32Array;
  /** Whether each is there with the next one right behind it: 0 or 1. */
  readonly pairs: Float32Array;
  /** How near the nearest other word comes to it in meaning: 0…1. */
  readonly near: Float32Array;
  /** How many terms the text has. */
  readonly length: number;
}

/** Finds the words of a query in texts that are given as their terms, separated by spaces. */
export type HitFinder = (terms: string) => Hits;

/**
 * Cosine of two words from which on they count as near. Below it, words are as often opposites or of
 * no common topic; at 0.25 and at 0.45 recall@10 on LoCoMo was half a point lower.
 */
const LEAST_NEAR = 0.35;

/** What a word counts that stands in the same form, and not only with the same stem. */
const SAME_FORM = 1.3;

/** How near a word of the same topic is, whatever the vectors say: "restaurant" to "vegetarian". */
const TOPIC_NEAR = 0.5;

/** Looks for the words of one query; each term and each text is reckoned once, however often it is asked for. */
export function createHitFinder(words: readonly QueryWord[]): HitFinder {
  const texts = new Map<string, Hits>();
  const places = new Map<string, number>();
  const written = new Set(words.map(({ forms }) => forms.at(-1)));
  words.forEach(({ forms }, place) => {
    for (const form of forms) places.set(form, place);
  });
  const nearness = new Map<string, readonly [place: number, near: number][]>();

  return (terms) => {
    const known = texts.get(terms);
    if (known) return known;
    const hits = findHits(terms);
    texts.set(terms, hits);
    return hits;
  };

  function findHits(terms: string): Hits {
    const exact = new Float32Array(words.length);
    const pairs = new Float32Array(words.length);
    const near = new Float32Array(words.length);
    let length = 0;
    let last: number | undefined;
    for (const term of terms.split(" ")) {
      if (term === "") continue;
      length++;
      const place = places.get(term);
      if (place !== undefined) {
        exact[place] = Math.max(exact[place] ?? 0, written.has(term) ? SAME_FORM : 1);
      }
      if (place !== undefined && last !== undefined && place === last + 1) pairs[last] = 1;
      last = place;
      for (const [other, value] of nearOf(term)) {
        near[other] = Math.max(near[other] ?? 0, value);
      }
    }
    return { exact, pairs, near, length };
  }

  function nearOf(term: string): readonly [number, number][] {
    const known = nearness.get(term);
    if (known) return known;
    const found = term.startsWith("#") ? ofTopic(term) : ofMeaning(term);
    nearness.set(term, found);
    return found;
  }

  function ofTopic(term: string): [number, number][] {
    return words.flatMap(({ topics }, place): [number, number][] =>
      topics.includes(term) ? [[place, TOPIC_NEAR]] : [],
    );
  }

  function ofMeaning(term: string): [number, number][] {
    const vector = vectorOf(term);
    if (vector === undefined) return [];
    return words.flatMap((word, place): [number, number][] => {
      const cosine = word.vector ? multiply(word.vector, vector) : 0;
      return cosine > LEAST_NEAR ? [[place, (cosine - LEAST_NEAR) / (1 - LEAST_NEAR)]] : [];
    });
  }
}

function multiply(a: Float32Array, b: Float32Array): number {
  let product = 0;
  for (let at = 0; at < a.length; at++) product += (a[at] ?? 0) * (b[at] ?? 0);
  return product;
}
