import { LANGUAGES, stemWord } from "./stem-word.ts";
import { STOP_WORDS, type Language } from "./stop-words.ts";
import { topicsOf } from "./topics.ts";
import { wordsOf } from "./words-of.ts";

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
  const all = wordsOf(text);
  const language = languageOf(all);
  const telling = all.filter((word) => !STOP_WORDS[language].has(word));
  const words = telling.length > 0 ? telling : all;
  const stems = words.map((word) => stemWord(word, language));
  return { words, stems, topics: [...new Set([...words, ...stems].flatMap(topicsOf))] };
}

/**
 * What full-text search stores for a text, and looks for in it, each once: the stems, the words
 * whose stem differs (a short query may be taken for another language than the memory), and the
 * topics, marked so that they meet no word.
 */
export function termsOf(text: string): string[] {
  const { words, stems, topics } = analyzeText(text);
  return [...new Set([...stems, ...words, ...topics.map((topic) => `#${topic}`)])];
}

/** The terms of what was said in an exchange, each once. */
export function termsOfMessages(messages: readonly { readonly content: string }[]): string[] {
  return termsOf(messages.map(({ content }) => content).join("\n"));
}

function languageOf(words: readonly string[]): Language {
  let best: Language = "english";
  let most = 0;
  for (const language of LANGUAGES) {
    const hits = words.filter((word) => STOP_WORDS[language].has(word)).length;
    if (hits > most) [best, most] = [language, hits];
  }
  return best;
}
