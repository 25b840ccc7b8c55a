import type { Table } from "@lancedb/lancedb";
import type { TableName } from "../../ports/memory-store.ts";
import type { Engine } from "../load-engine.ts";
import { addAttempts } from "./migrations/add-attempts.ts";
import { addSearchedWords } from "./migrations/add-searched-words.ts";
import { addWholeRows } from "./migrations/add-whole-rows.ts";
import { readTableState, writeTableState } from "../spaces/table-state.ts";

/** A table that is not in the layout of this version yet. */
export interface OldTable {
  readonly engine: Engine;
  readonly table: Table;
  readonly name: TableName;
  readonly keyName: string;
}

/** Takes a table from the layout of one version to that of the next. Done twice it does no harm. */
export type Migration = (old: OldTable) => Promise<void>;

/** What leads to each version, from 2 on. A table of an earlier version goes through all that are left. */
const MIGRATIONS: readonly Migration[] = [addWholeRows, addSearchedWords, addAttempts];

/** Of the layout that this package writes. */
export const SCHEMA_VERSION = MIGRATIONS.length + 1;

/**
 * Brings a table to the layout of this version, a step at a time: what a killed process left between
 * two steps is taken up by the next opening.
 */
export async function migrateTable(
  old: OldTable,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<void> {
  const { table, keyName } = old;
  const { version, isBuilding } = await readTableState(table, keyName);
  for (const [index, migrate] of migrations.entries()) {
    const next = index + 2;
    if (next <= version) continue;
    await migrate(old);
    await writeTableState(table, keyName, { version: next, isBuilding });
  }
}
