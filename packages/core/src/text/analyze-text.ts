import { detectLanguages, isSmall } from "./detect-languages.ts";
import type { Language } from "./language.ts";
import type { Script } from "./scripts.ts";
import { splitWords } from "./split-words.ts";
import { stemOf } from "./stem-of.ts";
import { topicsOf } from "./topics-of.ts";
import { withGrams } from "./with-grams.ts";

/** What a text is about, as words that can be compared. */
export interface TextAnalysis {
  /** The words that carry meaning, in order; all words when none does. */
  words: readonly string[];
  /** The stem of each of `words`. */
  stems: readonly string[];
  /** Topics that the words belong to, each once. */
  topics: readonly string[];
}

/** The words, stems and topics of a text. Its language is told by its small words; English when none tell. */
export function analyzeText(text: string): TextAnalysis {
  const words = readTelling(text);
  return {
    words: words.map((word) => word.text),
    stems: words.map(({ stems: [stem], text: word }) => stem ?? word),
    topics: topicsIn(words),
  };
}

/**
 * What full-text search stores for a text, and looks for in it, each once: the stems, in every
 * language that the text may be of, because a query may be too short to tell; the words, because a
 * name has the same in every language; and the topics, marked so that they meet no word.
 */
export function termsOf(text: string): string[] {
  const words = readTelling(text);
  return [
    ...new Set([
      ...words.flatMap(({ stems }) => stems),
      ...words.map((word) => word.text),
      ...topicsIn(words).map(toTopicTerm),
    ]),
  ];
}

/** A word as it stands in the terms of a text. */
export interface ReadTerm {
  /** Its stems, the likeliest language first, and the word itself. */
  readonly forms: readonly string[];
  /** The terms of its topics. */
  readonly topics: readonly string[];
}

/** The words of a text that carry meaning, in order, as `termsOf` has them. */
export function readTerms(text: string): ReadTerm[] {
  return readTelling(text).map((word) => ({
    forms: [...new Set([...word.stems, word.text])],
    topics: topicsIn([word]).map(toTopicTerm),
  }));
}

/** The terms of what was said in an exchange, each once. Instructions of the application are not said. */
export function termsOfMessages(
  messages: readonly { readonly role: string; readonly content: string }[],
): string[] {
  const said = messages.filter(({ role }) => role !== "system");
  return termsOf(said.map(({ content }) => content).join("\n"));
}

/** What is longer is a number or a code, and is kept as it is. */
const LONGEST_STEMMED = 40;

interface ReadWord {
  readonly text: string;
  /** The languages that it may be of, the likeliest first. */
  readonly languages: readonly Language[];
  /** Its stem in each of them. */
  readonly stems: readonly string[];
}

/** The words of a text that carry meaning, in order; all words when none does. */
function readTelling(text: string): ReadWord[] {
  const words = splitWords(text);
  const detected = detectLanguages(words);
  const languagesOf = (script: Script | undefined) => (script && detected.get(script)) ?? [];
  const telling = withGrams(words, (word) =>
    languagesOf(word.script).some((language) => isSmall(word, language)),
  );
  const kept = telling.length > 0 ? telling : words;
  return kept.map((word) => {
    const languages = word.text.length > LONGEST_STEMMED ? [] : languagesOf(word.script);
    const stems = languages.map((language) => stemOf(word.written, language));
    return { text: word.text, languages, stems };
  });
}

function topicsIn(words: readonly ReadWord[]): string[] {
  const topics = words.flatMap(({ text, languages, stems }) =>
    languages.flatMap((language, index) => [
      ...topicsOf(text, language),
      ...topicsOf(stems[index] ?? text, language),
    ]),
  );
  return [...new Set(topics)];
}

/** Marked, so that it meets no word. */
function toTopicTerm(topic: string): string {
  return `#${topic}`;
}
