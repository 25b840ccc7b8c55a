import { type Memory, memoryOf } from "../memory.ts";
import type { WordWeights } from "../search/words/score-by-words.ts";
import { type MemoryOptions, resolveSettings } from "../settings.ts";

/**
 * A memory whose search counts words otherwise than it was tuned to, to measure what each weight gives:
 * those that are named take the place of the measured ones. Stores are the same whatever the weights.
 *
 * @throws {InvalidInputError} as `createMemory` does.
 */
export function createWeighedMemory(options: MemoryOptions, weights: Partial<WordWeights>): Memory {
  const settings = resolveSettings(options);
  return memoryOf({ ...settings, wordWeights: { ...settings.wordWeights, ...weights } });
}
