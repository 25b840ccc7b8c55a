import { lanceDBStore, type EmbeddingSpace } from "@palimpsest/core";

/**
 * Copies the rows of a store, each table in one append, to a folder that has nothing else then, and
 * puts the copy in order, so that it has the indexes of the store.
 */
export async function copyStore(
  space: EmbeddingSpace,
  { from, to }: { from: string; to: string },
): Promise<void> {
  const everyone = { type: "everyone" } as const;
  const source = await lanceDBStore({ uri: from })(space);
  const copy = await lanceDBStore({ uri: to })(space);
  await copy.memories.append(await source.memories.find(everyone, { withVector: true }));
  for (const table of ["episodes", "decisions", "sessions"] as const) {
    const rows = await source[table].find(everyone);
    if (rows.length > 0) await copy[table].append(rows as never);
  }
  await copy.maintain();
  await copy.close();
  await source.close();
}
