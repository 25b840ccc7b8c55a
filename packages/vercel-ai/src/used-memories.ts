/** A memory that was recalled for an answer. */
export interface UsedMemory {
  id: string;
  /** 0…1, higher is more relevant. */
  score: number;
}

/**
 * The memories that were recalled for an answer, most relevant first; none is a normal answer.
 *
 * Takes a result of `generateText`, a step of it, a `finish-step` part of a stream, or anything else
 * that carries their `providerMetadata`. That of a `streamText` result is a promise: await it first.
 */
export function usedMemories(source: { readonly providerMetadata?: unknown }): UsedMemory[] {
  const metadata = source.providerMetadata as
    | { palimpsest?: { memories?: unknown } | null }
    | null
    | undefined;
  const memories = metadata?.palimpsest?.memories;
  return Array.isArray(memories) ? memories.filter(isUsedMemory) : [];
}

function isUsedMemory(value: unknown): value is UsedMemory {
  const { id, score } = (value ?? {}) as Partial<UsedMemory>;
  return typeof id === "string" && typeof score === "number";
}
