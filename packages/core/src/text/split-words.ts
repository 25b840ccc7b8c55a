import { foldLetters } from "./fold-letters.ts";
import { scriptOf, type Script } from "./scripts.ts";
import { straightenApostrophes } from "./straighten-apostrophes.ts";

/** A word of a text, in two spellings. */
export interface Word {
  /** In lower case, as `foldLetters` leaves it. */
  readonly text: string;
  /** In lower case, with its accents, which tell stemmers about inflection. */
  readonly written: string;
  readonly script: Script | undefined;
}

const segmenter = new Intl.Segmenter("und", { granularity: "word" });

/** Longest text that is looked at, in characters; what comes behind says little new about its topic. */
const LONGEST = 20_000;

/** "l'ami", "qu'elle", "dell'anno": the word is what follows. */
const ELISION =
  /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|[dns]ell|all|dall|sull|un|quest|quell)'(?=\p{L})/u;
/** "Anna's", "they've", "İstanbul'da": the word is what stands before; "isn't" and "сім'я" are one word. */
const ENCLITIC = /(?<=\p{Script=Latin}{2})'(?!t$).*$/u;

/** The words of a text, in order, found by Unicode segmentation. */
export function splitWords(given: string): Word[] {
  const lowered = straightenApostrophes(given.slice(0, LONGEST).normalize("NFKC")).toLowerCase();
  const words: Word[] = [];
  for (const { segment, isWordLike } of segmenter.segment(lowered)) {
    if (!isWordLike) continue;
    const written = segment.includes("'")
      ? segment.replace(ELISION, "").replace(ENCLITIC, "")
      : segment;
    const text = foldLetters(written);
    // Marks alone: a vowel sign of Arabic without its letter.
    if (text !== "") words.push({ text, written, script: scriptOf(written) });
  }
  return words;
}
