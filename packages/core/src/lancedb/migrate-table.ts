import type { Table } from "@lancedb/lancedb";
import { readTableState, writeTableState } from "./spaces/table-state.ts";

/** Takes a table from the layout of one version to that of the next. Done twice it does no harm. */
export type Migration = (table: Table) => Promise<void>;

/**
 * What leads to each version, from 2 on. A table of an earlier version goes through all that are left.
 *
 * 2: the version stands on the key column, where it can be changed; writing it there is all there is
 * to do.
 */
const MIGRATIONS: readonly Migration[] = [async () => {}];

/** Of the layout that this package writes. */
export const SCHEMA_VERSION = MIGRATIONS.length + 1;

/**
 * Brings a table to the layout of this version, a step at a time: what a killed process left between
 * two steps is taken up by the next opening.
 */
export async function migrateTable(
  table: Table,
  keyName: string,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<void> {
  const { version, isBuilding } = await readTableState(table, keyName);
  for (const [index, migrate] of migrations.entries()) {
    const next = index + 2;
    if (next <= version) continue;
    await migrate(table);
    await writeTableState(table, keyName, { version: next, isBuilding });
  }
}
