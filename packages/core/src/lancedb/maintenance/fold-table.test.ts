import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { newScope, SPACE, versionRow } from "../../testing/memory-store/rows.ts";
import { describeTable } from "./describe-table.ts";
import { foldTable } from "./fold-table.ts";
import { lanceDBStore } from "../lancedb-store.ts";
import { loadEngine } from "../load-engine.ts";
import { openTables } from "../open-tables.ts";
import type { TableHandle } from "../table-handle.ts";
import { takeTurns } from "../turns/take-turns.ts";

let uri: string;
beforeEach(async () => {
  uri = await mkdtemp(join(tmpdir(), "palimpsest-"));
});
afterEach(async () => {
  await rm(uri, { recursive: true });
});

async function openMemories(): Promise<TableHandle> {
  const engine = await loadEngine();
  const connection = await engine.lancedb.connect(uri, { readConsistencyInterval: 0 });
  const opening = {
    open: async <TABLE>(_: string, open: () => Promise<TABLE>) => open(),
    turns: takeTurns(undefined),
    mayCreate: true,
  };
  return (await openTables(engine, connection, SPACE, opening)).memories;
}

it("folds a table into one fragment and each index into one part, from so many on", async () => {
  const store = await lanceDBStore({ uri })(SPACE);
  for (let commit = 0; commit < 6; commit++) await store.memories.append([versionRow(newScope())]);
  const handle = await openMemories();
  expect(await describeTable(handle)).toMatchObject({ fragments: 6, unindexedRows: 6 });
  await foldTable(handle, { olderThan: new Date(0), partsAtMost: 7 });
  expect(await describeTable(handle)).toMatchObject({ fragments: 6, unindexedRows: 6 });
  await foldTable(handle, { olderThan: new Date(0), partsAtMost: 6 });
  expect(await describeTable(handle)).toMatchObject({
    fragments: 1,
    unindexedRows: 0,
    indexParts: 1,
  });
  const [found] = await store.memories.findByTerms({ type: "everyone" }, [["tea"]], { limit: 10 });
  expect(found).toHaveLength(6);
  await store.close();
});
