import { createHash } from "node:crypto";
import type { Embedder } from "../ports/embedder.ts";

/**
 * An embedder for tests: texts that share words are near, others are not, and each text always has
 * the same vector. Words are compared without case; nothing is stemmed, no language is known.
 */
export function hashEmbedder({ dimensions = 64 }: { dimensions?: number } = {}): Embedder {
  return {
    id: `testing/hash-${dimensions}`,
    dimensions,
    similarityWeight: 0.1,
    embed: async (texts, { signal }) => {
      signal?.throwIfAborted();
      return texts.map((text) => embedText(text, dimensions));
    },
  };
}

function embedText(text: string, dimensions: number): number[] {
  const vector = Array.from<number>({ length: dimensions }).fill(0);
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [text];
  for (const word of words) {
    const digest = createHash("sha256").update(word).digest();
    const index = digest.readUInt32BE(0) % dimensions;
    vector[index] = (vector[index] ?? 0) + (digest.readUInt8(4) % 2 === 0 ? 1 : -1);
  }
  const length = Math.hypot(...vector);
  // Words that cancel each other out leave nothing: then one axis stands for the text.
  if (length === 0) return vector.map((_, index) => Number(index === 0));
  return vector.map((value) => value / length);
}
