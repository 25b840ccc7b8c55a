export type WordSet = ReadonlySet<string>;

// The methods of sets are in Node 22, and in no library that TypeScript targets for it.

/** How many words two sets share. */
export function countShared(a: WordSet, b: WordSet): number {
  return [...a].filter((word) => b.has(word)).length;
}

/** Whether all words of `part` are in `whole`. An empty part is in everything. */
export function includesAll(whole: WordSet, part: WordSet): boolean {
  return [...part].every((word) => whole.has(word));
}

/** The share of their words that two sets have in common, 0…1. */
export function similarity(a: WordSet, b: WordSet): number {
  const shared = countShared(a, b);
  return shared / Math.max(1, a.size + b.size - shared);
}
