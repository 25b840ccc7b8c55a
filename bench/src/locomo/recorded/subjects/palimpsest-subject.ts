import type { Memory } from "@palimpsest/core";
import type { RecordedSubject } from "./recorded-subject.ts";

/** Ours, and the memory behind it. */
export interface PalimpsestSubject extends RecordedSubject {
  readonly memory: Memory;
}

/**
 * A memory as a subject; facts go in with the words that they came from, or alone. `threshold` is that
 * of `search`, by default its own.
 */
export function createPalimpsestSubject(
  name: string,
  memory: Memory,
  { keepsSource, threshold }: { keepsSource: boolean; threshold?: number },
): PalimpsestSubject {
  return {
    name,
    memory,
    async put({ id, userId, text, at, source }) {
      const metadata = { factId: id };
      await memory.put(text, { userId, at, metadata, ...(keepsSource && { source }) });
    },
    async search({ userId, text, askedAt: at }, limit) {
      const { results } = await memory.search(text, { userId, limit, threshold, at });
      return results.map(({ metadata, score }) => ({ id: metadata["factId"] as string, score }));
    },
    [Symbol.asyncDispose]: () => memory.close(),
  };
}
