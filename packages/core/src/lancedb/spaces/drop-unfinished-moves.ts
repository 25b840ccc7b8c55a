import type { Connection } from "@lancedb/lancedb";
import { StoreError } from "../../errors.ts";
import { listTables } from "../list-tables.ts";
import type { TableHandle } from "../table-handle.ts";
import { MEMORIES_PREFIX } from "../table-names.ts";
import { isFenced } from "./fence.ts";
import { readTableState } from "./table-state.ts";

/**
 * Drops the tables that memories are being moved to: they hold copies. A move that is under way fails,
 * and begins anew when it is called again. Inside of a turn.
 *
 * @throws {StoreError} when the memories have moved away from this table.
 */
export async function dropUnfinishedMoves(
  connection: Connection,
  { table, keyName }: TableHandle,
): Promise<void> {
  if (await isFenced(table)) {
    throw new StoreError(
      "The memories have moved to another embedding model. Open them with that one, and erase there.",
      { operation: "erase" },
    );
  }
  const others = (await listTables(connection)).filter(
    (name) => name.startsWith(MEMORIES_PREFIX) && name !== table.name,
  );
  for (const name of others) {
    const { isBuilding } = await readTableState(await connection.openTable(name), keyName);
    if (isBuilding) await connection.dropTable(name);
  }
}
