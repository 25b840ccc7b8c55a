import type { Memory } from "@palimpsest/core";
import { openMemory } from "../../open-memory.ts";
import type { RecordedSubject } from "./recorded-subject.ts";

/** Ours, and the memory behind it. */
export interface PalimpsestSubject extends RecordedSubject {
  readonly memory: Memory;
}

/** A memory in a folder, with the defaults that need no key; facts go in with their source or alone. */
export function openPalimpsest({
  name,
  uri,
  keepsSource,
}: {
  name: string;
  uri: string;
  keepsSource: boolean;
}): PalimpsestSubject {
  const memory = openMemory(uri);
  const factIds = new Map<string, string>();
  return {
    name,
    memory,
    async put({ id, userId, text, at, source }) {
      const change = await memory.put(text, { userId, at, ...(keepsSource && { source }) });
      factIds.set(change.id, id);
    },
    async search({ userId, text }, limit) {
      const { results } = await memory.search(text, { userId, limit });
      return results.map(({ id, score }) => ({ id: factIds.get(id) ?? id, score }));
    },
    [Symbol.asyncDispose]: () => memory.close(),
  };
}
