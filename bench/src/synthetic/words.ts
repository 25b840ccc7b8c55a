import { createRandom } from "./random.ts";

/** Sentences of made-up words, the same ones in every run. */
export interface WordSource {
  /** Every word there is, the most frequent ones first. */
  readonly vocabulary: readonly string[];
  /** The words of the memory with this number. */
  memory(index: number): string[];
  /** The words of a question about that memory: some of its own among others. */
  question(index: number): string[];
}

const VOCABULARY_SIZE = 4_000;
const WORDS_PER_MEMORY = 12;
const WORDS_PER_QUESTION = 8;
const QUESTION_SEED = 0x40000000;
const ONSETS = ["b", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "t", "v", "z", "br", "st"];
const VOWELS = ["a", "e", "i", "o", "u", "ai", "ou"];
const CODAS = ["", "", "l", "n", "r", "s", "t", "k"];

/** Sentences whose words are as unevenly frequent as those of a language. */
export function createWords(seed = 1): WordSource {
  const vocabulary = createVocabulary(seed);
  const draw = (drawSeed: number, count: number) => {
    const random = createRandom(drawSeed ^ (seed << 24));
    return Array.from({ length: count }, () => vocabulary[random.zipf(VOCABULARY_SIZE)] ?? "");
  };
  const memory = (index: number) => draw(index, WORDS_PER_MEMORY);
  return {
    vocabulary,
    memory,
    question: (index) => [
      ...memory(index).slice(0, WORDS_PER_QUESTION / 2),
      ...draw(index ^ QUESTION_SEED, WORDS_PER_QUESTION / 2),
    ],
  };
}

function createVocabulary(seed: number): string[] {
  const random = createRandom(seed);
  const pick = (parts: readonly string[]) => parts[Math.floor(random.uniform() * parts.length)];
  const words = new Set<string>();
  while (words.size < VOCABULARY_SIZE) {
    const syllables = 2 + Math.floor(random.uniform() * 2);
    const syllable = () => `${pick(ONSETS)}${pick(VOWELS)}${pick(CODAS)}`;
    words.add(Array.from({ length: syllables }, syllable).join(""));
  }
  return [...words];
}
