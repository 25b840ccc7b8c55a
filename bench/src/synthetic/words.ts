import { readFileSync } from "node:fs";
import { createRandom } from "./random.ts";

/** English sentences without a meaning, the same ones in every run. */
export interface WordSource {
  /** Every word there is but the small ones between them, the most frequent ones first. */
  readonly vocabulary: readonly string[];
  /** The words of the memory with this number. */
  memory(index: number): string[];
  /** The words of a question about that memory: some of its own among others. */
  question(index: number): string[];
  /** Words as a sentence, whose small words tell that it is English. */
  toSentence(words: readonly string[]): string;
}

const VOCABULARY_SIZE = 4_000;
const WORDS_PER_MEMORY = 12;
const WORDS_PER_QUESTION = 8;
const QUESTION_SEED = 0x40000000;
/** The most frequent words are small ones, which say nothing and are not looked for. */
const SMALL_WORDS = 400;

/** How much more frequent the first word is than the last. */
const MOST_SHARE = (SMALL_WORDS + VOCABULARY_SIZE) / SMALL_WORDS;

/** Sentences whose words are as unevenly frequent as those of a language. */
export function createWords(seed = 1): WordSource {
  const vocabulary = readVocabulary();
  const draw = (drawSeed: number, count: number) => {
    const random = createRandom(drawSeed ^ (seed << 24));
    // Zipf's law, from the place on where words begin to say something.
    const place = () => Math.floor(SMALL_WORDS * MOST_SHARE ** random.uniform()) - SMALL_WORDS;
    return Array.from({ length: count }, () => vocabulary[place()] ?? "");
  };
  const memory = (index: number) => draw(index, WORDS_PER_MEMORY);
  return {
    vocabulary,
    memory,
    question: (index) => [
      ...memory(index).slice(0, WORDS_PER_QUESTION / 2),
      ...draw(index ^ QUESTION_SEED, WORDS_PER_QUESTION / 2),
    ],
    toSentence: (words) => `This is the ${words.join(" ")} of them.`,
  };
}

/** A question that names a time is not looked for as it stands, so that its vector would be unknown. */
const TIMES = new Set(
  `recently currently latest previously originally initially yesterday formerly tomorrow tonight
  previous week weeks weekend month months year years day days ago january february april
  july august september october november december`.split(/\s+/),
);

/** Of core's own word vectors the words, which are in the order of their frequency. */
function readVocabulary(): string[] {
  const file = new URL("../../../packages/core/data/word-vectors.bin", import.meta.url);
  const bytes = readFileSync(file);
  // The third number of the head is how many bytes the words take.
  const words = bytes.toString("utf8", 12, 12 + bytes.readUInt32LE(8)).split("\n");
  return words
    .slice(SMALL_WORDS)
    .filter((word) => !TIMES.has(word))
    .slice(0, VOCABULARY_SIZE);
}
