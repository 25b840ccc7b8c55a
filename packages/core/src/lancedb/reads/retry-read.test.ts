import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { loadEngine } from "../load-engine.ts";
import { retryRead } from "./retry-read.ts";

it("reads again when the version that it began on was removed", async () => {
  const uri = await mkdtemp(join(tmpdir(), "palimpsest-"));
  onTestFinished(() => rm(uri, { recursive: true }));
  const { lancedb } = await loadEngine();
  const connection = await lancedb.connect(uri, { readConsistencyInterval: 0 });
  const table = await connection.createTable("names", [{ name: "Ann" }]);
  // A connection of this kind stays on the version that it saw first.
  const behind = await (await lancedb.connect(uri)).openTable("names");
  for (const name of ["Bo", "Cleo"]) {
    await table.add([{ name }]);
    await table.optimize({ cleanupOlderThan: new Date() });
  }

  const read = () => behind.query().where("name <> 'Ann'").toArray();
  await expect(read()).rejects.toThrow("Not found");
  expect(await retryRead(behind, read)).toHaveLength(2);
});

it("reads once when it fails for another reason, and no more than twice", async () => {
  let reads = 0;
  const failWith = (message: string) => async () => {
    reads++;
    throw new Error(message);
  };
  const table = { checkoutLatest: async () => {} };
  await expect(retryRead(table, failWith("disk on fire"))).rejects.toThrow("disk on fire");
  expect(reads).toBe(1);
  const gone = "Not found: t.lance/data/1.lance";
  await expect(retryRead(table, failWith(gone))).rejects.toThrow(gone);
  expect(reads).toBe(3);
});
