import { expect, it } from "vitest";
import type { EmbeddingSpace, Move } from "../../ports/memory-store.ts";
import type { MemoryStoreHarness } from "../describe-memory-store.ts";
import { StoreError } from "../../errors.ts";
import { episodeRow, exactly, fullVersionRow, newScope, SPACE, versionRow } from "./rows.ts";

const OTHER: EmbeddingSpace = { embedder: "suite/embedder-2", dimensions: 16 };
const EVERYONE = { type: "everyone" } as const;

/** What the suite's second embedder makes of a text: "tea 3" points to the third axis. */
function embed(text: string): number[] {
  const axis = Number(/\d+/.exec(text)?.[0] ?? 0) % OTHER.dimensions;
  return Array.from({ length: OTHER.dimensions }, (_, index) => (index === axis ? 1 : 0));
}

const move: Move = {
  embed: async (texts) => texts.map(embed),
  alone: async (work) => work(),
};

/** The memories of a store move to another embedding space. */
export function describeMoves({ open, reopen }: MemoryStoreHarness): void {
  it("moves to another embedding space with everything but its vectors", async () => {
    const store = await open(SPACE);
    const scope = newScope();
    const rows = Array.from({ length: 300 }, (_, index) =>
      versionRow(scope, { text: `tea ${index % 10}`, terms: `tea ${index % 10}` }),
    );
    await store.memories.append([...rows, fullVersionRow(scope)]);
    await store.episodes.append([episodeRow(scope)]);
    const query = { orderBy: { column: "key" } } as const;
    const before = await store.memories.find(EVERYONE, query);
    const progress: number[] = [];
    await store.moveTo(OTHER, { ...move, onProgress: ({ done }) => progress.push(done) });

    const after = await store.memories.find(EVERYONE, query);
    expect(after).toEqual(before.map((row) => ({ ...row, embedder: OTHER.embedder })));
    expect(progress.at(-1)).toBe(301);
    const [nearest = []] = await store.memories.findNearest(exactly(scope), [embed("3")], {
      limit: 5,
    });
    expect(nearest.map(({ row, cosine }) => [row.text, cosine])).toEqual(
      Array.from({ length: 5 }, () => ["tea 3", 1]),
    );
    const [byTerms] = await store.memories.findByTerms(exactly(scope), [["7"]], { limit: 99 });
    expect(byTerms).toHaveLength(30);
    const [head = versionRow(scope)] = before;
    const closed = { ...head, revision: head.revision + 1, vector: embed("1") };
    expect(await store.memories.merge([closed])).toEqual({ refused: [] });
    expect(await store.episodes.count(exactly(scope))).toBe(1);
    await store.close();
    if (reopen === undefined) return;

    await expect(reopen(SPACE)).rejects.toThrow(StoreError);
    const again = await reopen(OTHER);
    expect(await again.memories.count(EVERYONE)).toBe(301);
    await again.close();
  });

  it("loses nothing that is written while it moves", async () => {
    const store = await open(SPACE);
    const scope = newScope();
    await store.memories.append(Array.from({ length: 400 }, () => versionRow(scope)));
    const [head = versionRow(scope)] = await store.memories.find(EVERYONE, {
      limit: 1,
      withVector: true,
    });
    let calls = 0;
    const written: string[] = [];
    await store.moveTo(OTHER, {
      ...move,
      async embed(texts) {
        calls += 1;
        const row = versionRow(scope, { text: `written ${calls}` });
        if (calls === 1) {
          await store.memories.append([row]);
          const next = versionRow(scope, { lineage: head.lineage, slot: 2 });
          await store.memories.merge([{ ...head, revision: 2, status: "superseded" }, next]);
          written.push(row.key, next.key);
        }
        return texts.map(embed);
      },
    });
    const rows = new Map((await store.memories.find(EVERYONE)).map((row) => [row.key, row]));
    expect(rows.size).toBe(402);
    expect(written.filter((key) => !rows.has(key))).toEqual([]);
    expect(rows.get(head.key)).toMatchObject({ revision: 2, status: "superseded" });
    await store.close();
  });

  it("stays what it is when a move fails, and takes up what was done", async () => {
    const store = await open(SPACE);
    const scope = newScope();
    const rows = Array.from({ length: 300 }, (_, index) => versionRow(scope, { text: `${index}` }));
    await store.memories.append(rows);
    const embedded: string[] = [];
    const failing: Move = {
      ...move,
      async embed(texts) {
        if (embedded.length > 0) throw new Error("out of quota");
        embedded.push(...texts);
        return texts.map(embed);
      },
    };
    await expect(store.moveTo(OTHER, failing)).rejects.toThrow("out of quota");
    const east = [1, 0, 0, 0, 0, 0, 0, 0];
    const [nearest] = await store.memories.findNearest(exactly(scope), [east], { limit: 400 });
    expect(nearest).toHaveLength(300);
    await store.memories.append([versionRow(scope, { text: "300" })]);
    await store.moveTo(OTHER, {
      ...move,
      async embed(texts) {
        embedded.push(...texts);
        return texts.map(embed);
      },
    });
    expect(await store.memories.count(EVERYONE)).toBe(301);
    expect(new Set(embedded).size).toBe(301);
    await store.close();
  });
}
