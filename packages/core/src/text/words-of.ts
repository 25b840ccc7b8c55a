const segmenter = new Intl.Segmenter("und", { granularity: "word" });

/** Longest text that is looked at, in characters; what comes behind says little new about its topic. */
const LONGEST = 20_000;

const DIACRITICS = /[\u0300-\u036f]/g;
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/**
 * The words of a text, in order, in lower case and without the accents of Latin, Greek and Cyrillic.
 *
 * Words are found by Unicode segmentation. Scripts without spaces give pairs of characters beside
 * their words, because a dictionary cuts a phrase differently depending on what stands around it.
 */
export function wordsOf(text: string): string[] {
  const folded = text
    .slice(0, LONGEST)
    .normalize("NFKD")
    .replace(DIACRITICS, "")
    .normalize("NFC")
    .replaceAll("’", "'")
    .toLowerCase();
  const words: string[] = [];
  for (const { segment, isWordLike } of segmenter.segment(folded)) {
    if (!isWordLike) continue;
    // "Anna's dog" is about Anna.
    words.push(segment.replace(/'s$/, ""));
    if (UNSPACED.test(segment)) words.push(...pairsOf(segment));
  }
  return words;
}

function pairsOf(word: string): string[] {
  const characters = Array.from(word);
  if (characters.length < 3) return [];
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}
