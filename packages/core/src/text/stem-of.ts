import { foldLetters } from "./fold-letters.ts";
import type { Language } from "./language.ts";

/** Stems that are kept of each language: some 2 MB. */
const MOST_KEPT = 20_000;

const keptOf = new Map<Language, Map<string, string>>();

/**
 * The stem of a word of a language, without accents. Stems are kept, because the same words come again
 * and again: of a question that may be of any language, a word has some twenty, and reckoning them
 * takes longer than to compare them with a hundred memories.
 */
export function stemOf(written: string, language: Language): string {
  const kept = keptOf.get(language) ?? new Map<string, string>();
  keptOf.set(language, kept);
  const known = kept.get(written);
  if (known !== undefined) return known;
  // Some stemmers leave nothing of words that are all ending.
  const stem = foldLetters(language.stem(written)) || foldLetters(written);
  // All at once: what is used comes again soon.
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(written, stem);
  return stem;
}
