/** Letters to a token: of common English words more, of rare ones and in other languages fewer. */
const LATIN_LETTERS = 4;
const CYRILLIC_LETTERS = 3;
const DIGITS = 3;

/**
 * How many tokens a text of words takes at most: four Latin or three Cyrillic letters or three digits
 * to a token, none for a space before a word, and a token for every other UTF-16 unit. Real
 * tokenizers (o200k) need fewer, in every script: see estimate-tokens.test.ts. Of random letters and
 * digits, like a key in base64, they need half as many again.
 */
export function estimateTokens(text: string): number {
  let tokens = 0;
  for (const [part, space, latin, cyrillic, digits] of text.matchAll(PARTS)) {
    if (space) continue;
    if (latin) tokens += Math.ceil(latin.length / LATIN_LETTERS);
    else if (cyrillic) tokens += Math.ceil(cyrillic.length / CYRILLIC_LETTERS);
    else if (digits) tokens += Math.ceil(digits.length / DIGITS);
    else tokens += part.length;
  }
  return tokens;
}

const PARTS = /( )(?=\p{L})|(\p{Script=Latin}+)|(\p{Script=Cyrillic}+)|([0-9]+)|[^]/gu;
