import type { Table } from "@lancedb/lancedb";
import type { Schema } from "apache-arrow";

const VERSION = "palimpsest.schema";
const IS_BUILDING = "palimpsest.building";

/** What is written on a table beside its rows: on its key column, where it can be changed. */
export interface TableState {
  /** Of the layout; 0 for a table that is not ours. */
  readonly version: number;
  /** Whether memories are still being copied to it, so that it is nobody's truth yet. */
  readonly isBuilding: boolean;
}

/** The entries of a key column's metadata that say a state. */
export function toStateMetadata({ version, isBuilding }: TableState): [string, string][] {
  return [
    [VERSION, String(version)],
    ...(isBuilding ? [[IS_BUILDING, "true"] as [string, string]] : []),
  ];
}

/** The state of a table. */
export async function readTableState(table: Table, keyName: string): Promise<TableState> {
  const schema = await table.schema();
  return {
    version: readVersion(schema, keyName),
    isBuilding: metadataOf(schema, keyName)?.has(IS_BUILDING) ?? false,
  };
}

/** Version 1 wrote its number on the table itself, where LanceDB (0.39.0) cannot change it. */
function readVersion(schema: Schema, keyName: string): number {
  return Number(metadataOf(schema, keyName)?.get(VERSION) ?? schema.metadata.get(VERSION) ?? 0);
}

function metadataOf(schema: Schema, keyName: string): Map<string, string> | undefined {
  return schema.fields.find(({ name }) => name === keyName)?.metadata;
}

/** Changes the state of a table, in one commit; of two that do so at the same time one fails. */
export async function writeTableState(
  table: Table,
  keyName: string,
  { version, isBuilding }: TableState,
): Promise<void> {
  const metadata = { [VERSION]: String(version), [IS_BUILDING]: isBuilding ? "true" : null };
  await table.updateFieldMetadata([{ path: keyName, metadata }]);
}
