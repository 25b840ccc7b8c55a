/** A way of writing: which letters are of it, and what stands for words where spaces do not tell. */
export interface Script {
  readonly name: string;
  readonly letter: RegExp;
  /** Lengths of the character sequences that are looked at beside the words. */
  readonly grams: readonly number[];
  /** Whether spaces divide words, so that no sequence crosses from one into the next. */
  readonly isSpaced: boolean;
}

/**
 * Scripts by name, those that are met most first. `Han` is Chinese characters with both kinds of
 * kana, which stand together.
 *
 * A Chinese character has a meaning of its own; Korean joins particles to nouns, and nouns to each
 * other; of the letters of South-East Asia three make about a syllable.
 */
export const SCRIPTS = {
  Latin: spaced("Latin", /\p{Script=Latin}/u),
  Cyrillic: spaced("Cyrillic", /\p{Script=Cyrillic}/u),
  Han: unspaced("Han", /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u, [1, 2]),
  Arabic: spaced("Arabic", /\p{Script=Arabic}/u),
  Devanagari: spaced("Devanagari", /\p{Script=Devanagari}/u),
  Hangul: spaced("Hangul", /\p{Script=Hangul}/u, [2]),
  Thai: unspaced("Thai", /\p{Script=Thai}/u, [3]),
  Greek: spaced("Greek", /\p{Script=Greek}/u),
  Armenian: spaced("Armenian", /\p{Script=Armenian}/u),
  Tamil: spaced("Tamil", /\p{Script=Tamil}/u),
  Lao: unspaced("Lao", /\p{Script=Lao}/u, [3]),
  Khmer: unspaced("Khmer", /\p{Script=Khmer}/u, [3]),
  Myanmar: unspaced("Myanmar", /\p{Script=Myanmar}/u, [3]),
} as const satisfies Record<string, Script>;

const ALL: readonly Script[] = Object.values(SCRIPTS);

/** The script of a word, by the first that one of its letters is of; `undefined` for numbers and others. */
export function scriptOf(word: string): Script | undefined {
  return ALL.find(({ letter }) => letter.test(word));
}

function spaced(name: string, letter: RegExp, grams: readonly number[] = []): Script {
  return { name, letter, grams, isSpaced: true };
}

function unspaced(name: string, letter: RegExp, grams: readonly number[]): Script {
  return { name, letter, grams, isSpaced: false };
}
