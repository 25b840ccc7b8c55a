/** How fast repetition stops counting, and how much length counts: the customary values. */
const SATURATION = 1.2;
const LENGTH_WEIGHT = 0.75;

/**
 * How well each text holds the terms, by Okapi BM25: 0 when it holds none, and more for rarer
 * terms, for terms that it repeats, and for a shorter text.
 */
export function bm25(terms: readonly string[], texts: readonly string[]): number[] {
  const documents = texts.map((text) => text.split(/\s+/).filter((word) => word !== ""));
  const averageLength = documents.reduce((sum, { length }) => sum + length, 0) / documents.length;
  const rarities = [...new Set(terms)].map((term) => {
    const holders = documents.filter((document) => document.includes(term)).length;
    const rarity = Math.log(1 + (documents.length - holders + 0.5) / (holders + 0.5));
    return { term, rarity };
  });
  return documents.map((document) => {
    const length = 1 - LENGTH_WEIGHT + (LENGTH_WEIGHT * document.length) / averageLength;
    return rarities.reduce((score, { term, rarity }) => {
      const frequency = document.filter((word) => word === term).length;
      return score + (rarity * frequency * (SATURATION + 1)) / (frequency + SATURATION * length);
    }, 0);
  });
}
