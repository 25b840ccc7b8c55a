import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { TABLES } from "../ports/tables.ts";
import { exactly, fullVersionRow, newScope, SPACE } from "../testing/memory-store/rows.ts";
import { toArrowSchema } from "./arrow-schema.ts";
import { toStoredColumns, WHOLE, WRITES } from "./columns.ts";
import { lanceDBStore } from "./lancedb-store.ts";
import { loadEngine } from "./load-engine.ts";
import { toTableNames } from "./table-names.ts";

it.each(["with", "without"])(
  "a row comes back as it was, %s a column that holds it whole",
  async (how) => {
    const uri = await mkdtemp(join(tmpdir(), "palimpsest-"));
    onTestFinished(() => rm(uri, { recursive: true }));
    if (how === "without") await createMemoriesOfVersion1(uri);
    const scope = newScope();
    const row = fullVersionRow(scope);
    const { vector, ...rest } = row;
    const store = await lanceDBStore({ uri })(SPACE);
    await store.memories.append([row]);
    await store.memories.merge([{ ...row, revision: 2 }]);
    await store.close();

    const reopened = await lanceDBStore({ uri })(SPACE);
    onTestFinished(() => reopened.close());
    const whose = exactly(scope);
    expect(await reopened.memories.find(whose)).toEqual([{ ...rest, revision: 2 }]);
    const [withVector] = await reopened.memories.find(whose, { withVector: true });
    expect(withVector).toEqual({ ...rest, revision: 2, vector: Float32Array.from(vector ?? []) });
    const [near = []] = await reopened.memories.findNearest(whose, [vector ?? []], { limit: 1 });
    expect(near.map((found) => found.row)).toEqual([{ ...rest, revision: 2 }]);
    expect(await hasWholeRows(uri)).toBe(how === "with");
  },
);

async function createMemoriesOfVersion1(uri: string): Promise<void> {
  const engine = await loadEngine();
  const columns = [...toStoredColumns(TABLES.memories), WRITES];
  const metadata = new Map([["palimpsest.schema", "1"]]);
  const schema = toArrowSchema(engine, columns, SPACE.dimensions, metadata);
  const connection = await engine.lancedb.connect(uri);
  await connection.createEmptyTable(toTableNames(SPACE).memories, schema);
  connection.close();
}

async function hasWholeRows(uri: string): Promise<boolean> {
  const { lancedb } = await loadEngine();
  const connection = await lancedb.connect(uri);
  const { fields } = await (await connection.openTable(toTableNames(SPACE).memories)).schema();
  connection.close();
  return fields.some(({ name }) => name === WHOLE.name);
}
