import type { MaintenanceReport, TableMaintenance, TableName } from "../../ports/memory-store.ts";
import type { TableAccess } from "../table-access.ts";
import type { Turns } from "../turns/take-turns.ts";

/**
 * Puts the tables in order, one after another.
 *
 * @throws {StoreError} when another process does the same for too long, or a table cannot be put in
 * order: those before it are.
 */
export async function maintainTables(
  tables: Readonly<Record<TableName, TableAccess>>,
  turns: Turns,
): Promise<MaintenanceReport> {
  const startedAt = performance.now();
  return turns.run("maintain the store", async () => {
    const done: [name: string, TableMaintenance][] = [];
    for (const [name, table] of Object.entries(tables)) done.push([name, await table.maintain()]);
    return {
      tables: Object.fromEntries(done) as Record<TableName, TableMaintenance>,
      durationMs: performance.now() - startedAt,
    };
  });
}
