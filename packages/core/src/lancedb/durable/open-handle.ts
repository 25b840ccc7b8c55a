import type { Connection, Table } from "@lancedb/lancedb";
import { StoreError } from "../../errors.ts";
import type { KeyedRow, TableDefinition } from "../../ports/durable-table.ts";
import { createIndexes } from "../maintenance/create-indexes.ts";
import type { Engine } from "../load-engine.ts";
import { listTables } from "../list-tables.ts";
import type { Opening } from "../open-table.ts";
import { toArrowSchema } from "../schema/arrow-schema.ts";
import { findColumn, toStoredColumns } from "../schema/columns.ts";
import { readTableState, toStateMetadata } from "../spaces/table-state.ts";
import type { TableHandle } from "../table-handle.ts";
import { agreeOnVectors } from "./agree-on-vectors.ts";

/** Of the layout of all such tables. */
const LAYOUT = 1;

/**
 * A table of an adapter's own, opened, or created where it is missing and that is allowed.
 *
 * @throws {StoreError} when it is missing and may not be created, is not what the definition says, or
 * was written by a newer version.
 */
export async function openHandle<ROW extends KeyedRow>(
  engine: Engine,
  connection: Connection,
  definition: TableDefinition<ROW>,
  { open, turns, mayCreate }: Opening & { readonly mayCreate: boolean },
): Promise<TableHandle> {
  const { name, columns, dimensions } = definition;
  const all = toStoredColumns(columns);
  const keyName = findColumn(all, "key").name;
  const isThere = (await listTables(connection)).includes(name);
  const opened = isThere ? await open(name, () => connection.openTable(name)) : undefined;
  if (opened) await refuseForeign(opened, keyName);
  const table = opened ?? (await create());
  const vectors = await agreeOnVectors(table, { dimensions, turns });

  const present = (await table.schema()).fields.map((field) => field.name);
  // In the order of the table: vectors may have come to it later.
  const stored = all
    .filter((column) => present.includes(column.name))
    .toSorted((a, b) => present.indexOf(a.name) - present.indexOf(b.name));
  const properties = new Set(stored.map(({ property }) => property));
  const shape = {
    name,
    columns: Object.fromEntries(
      Object.entries<(typeof columns)[keyof typeof columns]>(columns).filter(([property]) =>
        properties.has(property),
      ),
    ),
    dimensions: vectors,
  };
  const schema = toArrowSchema(engine, stored, vectors, { ofKey: state(), ofTable: [] });
  const handle = { engine, table, shape, columns: stored, schema, keyName };
  await createIndexes(handle);
  return handle;

  async function create(): Promise<Table> {
    if (!mayCreate) {
      throw new StoreError(
        `There is no table "${name}" at this place yet. Call setup() once, from one process: two that create one in a bucket at the same time lose data.`,
        { operation: `open ${name}` },
      );
    }
    const wanted = all.filter(({ type }) => type !== "vector" || dimensions !== undefined);
    const first = toArrowSchema(engine, wanted, dimensions ?? 0, { ofKey: state(), ofTable: [] });
    return connection.createEmptyTable(name, first, { existOk: true });
  }
}

function state(): [string, string][] {
  return toStateMetadata({ version: LAYOUT, isBuilding: false });
}

async function refuseForeign(table: Table, keyName: string): Promise<void> {
  const { version } = await readTableState(table, keyName);
  if (version === LAYOUT) return;
  throw new StoreError(
    version === 0
      ? `The table "${table.name}" was not written by this package. Choose another uri or table.`
      : `The table "${table.name}" was written by a newer version of this package (layout ${version}, known up to ${LAYOUT}). Update it.`,
    { operation: `open ${table.name}` },
  );
}
