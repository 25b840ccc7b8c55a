import { stemmer as stemEnglish } from "@orama/stemmers/english";
import { stemmer as stemGerman } from "@orama/stemmers/german";
import { stemmer as stemSpanish } from "@orama/stemmers/spanish";
import type { Language } from "./stop-words.ts";

/** Languages whose words can be stemmed. */
export const LANGUAGES: readonly Language[] = ["english", "german", "spanish"];

const STEMMERS: Readonly<Record<Language, (word: string) => string>> = {
  english: stemEnglish,
  german: stemGerman,
  spanish: stemSpanish,
};

/** A word without its inflection, by the Snowball rules of its language. */
export function stemWord(word: string, language: Language): string {
  return STEMMERS[language](word);
}
