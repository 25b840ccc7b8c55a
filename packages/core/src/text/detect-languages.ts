import { foldLetters } from "./fold-letters.ts";
import type { Language } from "./language.ts";
import { LANGUAGES } from "./languages.ts";
import type { Script } from "./scripts.ts";
import type { Word } from "./split-words.ts";

const speakersByWord = new Map<string, Language[]>();
for (const language of LANGUAGES) {
  for (const word of new Set(foldLetters(language.smallWords.trim()).split(/\s+/))) {
    speakersByWord.set(word, [...(speakersByWord.get(word) ?? []), language]);
  }
}

/** Whether a word is a small one of a language. */
export function isSmall(word: string, language: Language): boolean {
  return speakersByWord.get(word)?.includes(language) ?? false;
}

/**
 * The languages that words may be of, by script: one where its small words tell; all that are
 * written so, in the order of `LANGUAGES`, where none does; none for a script without a language.
 *
 * A small word counts the less the more languages have it: "in" tells little, "wir" all.
 */
export function detectLanguages(words: readonly Word[]): Map<Script, readonly Language[]> {
  const detected = new Map<Script, readonly Language[]>();
  for (const { script } of words) {
    if (script && !detected.has(script)) detected.set(script, detectIn(script, words));
  }
  return detected;
}

function detectIn(script: Script, words: readonly Word[]): readonly Language[] {
  const scores = new Map<Language, number>();
  for (const word of words) {
    const speakers = speakersByWord.get(word.text)?.filter((one) => one.script === script) ?? [];
    for (const speaker of speakers) {
      scores.set(speaker, (scores.get(speaker) ?? 0) + 1 / speakers.length);
    }
  }
  const written = LANGUAGES.filter((language) => language.script === script);
  const most = Math.max(0, ...scores.values());
  if (most === 0) return written;
  return written.filter((language) => scores.get(language) === most).slice(0, 1);
}
