import type { Table } from "@lancedb/lancedb";
import { type StoredColumn, WRITES } from "../schema/columns.ts";

/** What the column is called that every write needs and no read of the port, while nobody may write. */
const FENCED = `${WRITES.name}_fenced`;

/** Whether nobody can write to a table of memories, because they are about to move. */
export async function isFenced(table: Table): Promise<boolean> {
  return (await table.schema()).fields.some(({ name }) => name === FENCED);
}

/** The column of the writes, as it is called now. */
export async function writesColumn(table: Table): Promise<StoredColumn> {
  return (await isFenced(table)) ? { ...WRITES, name: FENCED } : WRITES;
}

/**
 * Lets every later write to a table fail, in whatever process, and every read succeed: what is there
 * now is all that will be. LanceDB (0.39.0) has no lock for that, but refuses rows of another schema.
 */
export async function fence(table: Table): Promise<void> {
  if (!(await isFenced(table))) await table.alterColumns([{ path: WRITES.name, rename: FENCED }]);
}

/** Lets a table be written to again. */
export async function unfence(table: Table): Promise<void> {
  if (await isFenced(table)) await table.alterColumns([{ path: FENCED, rename: WRITES.name }]);
}
