import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { TableName } from "../../ports/memory-store.ts";
import { createMemory } from "../../memory.ts";
import { localModel } from "../../models/local/local-model.ts";
import { hashEmbedder } from "../../testing/hash-embedder.ts";
import { loadEngine } from "../load-engine.ts";
import { type Migration, migrateTable, type OldTable, SCHEMA_VERSION } from "./migrate-table.ts";
import { readTableState } from "../spaces/table-state.ts";

const EARLIER_VERSIONS = [1, 2, 3];

let uri: string;
beforeEach(async () => {
  uri = await mkdtemp(join(tmpdir(), "palimpsest-"));
});
afterEach(async () => {
  await rm(uri, { recursive: true });
});

async function restore(version: number): Promise<void> {
  const folder = join(import.meta.dirname, `../__fixtures__/stores/version-${version}`);
  await cp(folder, uri, { recursive: true });
}

async function openRaw(name: Exclude<TableName, "memories">): Promise<OldTable> {
  const engine = await loadEngine();
  const connection = await engine.lancedb.connect(uri, { readConsistencyInterval: 0 });
  return { engine, table: await connection.openTable(name), name, keyName: "key" };
}

it("there is a folder of every earlier version", () => {
  expect(EARLIER_VERSIONS).toEqual(Array.from({ length: SCHEMA_VERSION - 1 }, (_, n) => n + 1));
});

describe.each(EARLIER_VERSIONS)("a folder of version %i", (version) => {
  it("opens with everything that it holds, and goes on from there", async () => {
    await restore(version);
    await using memory = createMemory({
      uri,
      model: localModel(),
      embedder: hashEmbedder({ dimensions: 8 }),
    });
    const alice = { userId: "alice" };
    const { results } = await memory.search("where does the user live", alice);
    expect(results.map((match) => match.memory)).toEqual(["User lives in Amsterdam"]);
    const { results: versions } = await memory.history(results[0]?.id ?? "", alice);
    expect(versions.map(({ memory: text }) => text)).toEqual([
      "User lives in Berlin",
      "User lives in Amsterdam",
    ]);
    expect((await memory.episodes({ ...alice, include: "subtree" })).results).toHaveLength(2);
    expect(await memory.summary({ ...alice, sessionId: "s1" })).toContain("Berlin");
    expect((await memory.info()).rows).toMatchObject({ memories: 3, episodes: 2, decisions: 3 });
    await memory.put("User likes coffee", alice);
    await memory.undo(versions[1]?.decisionId ?? "", alice);
    expect(await memory.count(alice)).toBe(2);
    await memory.add("Hello", alice);
    expect((await memory.episodes({ ...alice, include: "subtree" })).results).toHaveLength(3);
  });

  it("is of this version afterwards", async () => {
    await restore(version);
    const memory = createMemory({
      uri,
      embedder: hashEmbedder({ dimensions: 8 }),
      model: localModel(),
    });
    await memory.count({ userId: "alice" });
    await memory.close();
    for (const name of ["episodes", "sessions", "decisions"] as const) {
      const state = await readTableState((await openRaw(name)).table, "key");
      expect(state).toEqual({ version: SCHEMA_VERSION, isBuilding: false });
    }
  });
});

function addColumn(name: string): Migration {
  return async ({ table, engine: { arrow } }) => {
    const { fields } = await table.schema();
    if (fields.some((field) => field.name === name)) return;
    await table.addColumns(new arrow.Field(name, new arrow.Utf8(), true));
  };
}

const killed: Migration = async () => {
  throw new Error("killed");
};

describe("a migration", () => {
  it("goes through every version that is left, each once", async () => {
    await restore(1);
    const old = await openRaw("decisions");
    await migrateTable(old, [addColumn("two"), addColumn("three")]);
    await migrateTable(old, [addColumn("other"), addColumn("other"), addColumn("four")]);
    const { fields } = await old.table.schema();
    expect(fields.map(({ name }) => name).slice(-3)).toEqual(["two", "three", "four"]);
    expect(await readTableState(old.table, "key")).toMatchObject({ version: 4 });
    expect(await old.table.countRows()).toBe(3);
  });

  it("that was killed between its steps is taken up", async () => {
    await restore(1);
    const old = await openRaw("decisions");
    await expect(migrateTable(old, [addColumn("two"), killed])).rejects.toThrow("killed");
    expect(await readTableState(old.table, "key")).toMatchObject({ version: 2 });
    await migrateTable(old, [addColumn("two"), addColumn("three")]);
    const { fields } = await old.table.schema();
    expect(fields.map(({ name }) => name).slice(-2)).toEqual(["two", "three"]);
  });
});
