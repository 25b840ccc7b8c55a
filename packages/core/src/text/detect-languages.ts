import { foldLetters } from "./fold-letters.ts";
import type { Language } from "./language.ts";
import { LANGUAGES } from "./languages.ts";
import { SCRIPTS, type Script } from "./scripts.ts";
import type { Word } from "./split-words.ts";

// With their accents, and as those write them who leave them out.
const speakersByWord = groupByText(LANGUAGES, ({ smallWords }) =>
  `${smallWords} ${foldLetters(smallWords)}`.trim().split(/\s+/),
);
const writersByLetter = groupByText(LANGUAGES, ({ letters = "" }) => Array.from(letters));

function groupByText(
  languages: readonly Language[],
  textsOf: (language: Language) => readonly string[],
): ReadonlyMap<string, readonly Language[]> {
  const groups = new Map<string, Language[]>();
  for (const language of languages) {
    for (const text of new Set(textsOf(language))) {
      groups.set(text, [...(groups.get(text) ?? []), language]);
    }
  }
  return groups;
}

/** Whether a word is a small one of a language. */
export function isSmall(word: Word, language: Language): boolean {
  return speakersOf(word).includes(language);
}

/** The languages that have this small word. In French "ne" is one, and "né" is none. */
function speakersOf({ text, written, script }: Word): readonly Language[] {
  const speakers = speakersByWord.get(script === SCRIPTS.Latin ? written : text) ?? [];
  return speakers.filter((language) => language.script === script);
}

/**
 * The languages that words may be of, by script, the likeliest: one as a rule; all that are written
 * so, in the order of `LANGUAGES`, where nothing tells them apart; none for a script of none.
 *
 * Small words tell, and letters. Each counts the less the more languages have it: "in" tells
 * little, "wir" all.
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
    if (word.script !== script) continue;
    const writers = Array.from(word.written).map((letter) => writersByLetter.get(letter) ?? []);
    for (const speakers of [speakersOf(word), ...writers]) {
      for (const speaker of speakers) {
        scores.set(speaker, (scores.get(speaker) ?? 0) + 1 / speakers.length);
      }
    }
  }
  const written = LANGUAGES.filter((language) => language.script === script);
  const most = Math.max(...written.map((language) => scores.get(language) ?? 0));
  return written.filter((language) => (scores.get(language) ?? 0) === most);
}
