import { foldLetters } from "./fold-letters.ts";
import type { Language } from "./language.ts";

const byLanguage = new Map<Language, Map<string, readonly string[]>>();

/** What a word, or a stem, of a language is about; none is usual. */
export function topicsOf(word: string, language: Language): readonly string[] {
  const known = byLanguage.get(language) ?? readTopics(language);
  byLanguage.set(language, known);
  return known.get(word) ?? [];
}

/** Topics by word and by stem, so that inflections meet them. */
function readTopics({ topics = {}, stem }: Language): Map<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const [topic, words] of Object.entries(topics)) {
    for (const word of words.trim().split(/\s+/)) {
      for (const form of [foldLetters(word), foldLetters(stem(word))]) {
        found.set(form, [...new Set([...(found.get(form) ?? []), topic])]);
      }
    }
  }
  return found;
}
