import type { KeyedRow, TableDefinition } from "../../ports/durable-table.ts";
import { createGate, type Gate } from "../gate.ts";
import type { LanceDBStoreOptions } from "../lancedb-store.ts";
import { loadEngine } from "../load-engine.ts";
import { toDurablePace } from "../maintenance/pace.ts";
import { openingAt } from "../opening-at.ts";
import { openPlace, type Place, toTableFolder } from "../open-place.ts";
import { resolveUri } from "../resolve-uri.ts";
import { attempt } from "../store-errors.ts";
import { openAccess, type TableAccess } from "../table-access.ts";
import { warn } from "../../warn.ts";
import { createFileSync, syncFolder } from "../writes/sync-files.ts";
import { commitChanges } from "./commit-changes.ts";
import { openHandle } from "./open-handle.ts";
import type { Change } from "./prepare-change.ts";
import { tidyTable } from "./tidy-table.ts";

/** An open table, and where it is. */
export interface OpenTable {
  readonly place: Place;
  readonly access: TableAccess<Change>;
  readonly gate: Gate;
  close(): Promise<void>;
}

/**
 * Opens a table of an adapter's own. It is kept apart from the memories at the same place: their
 * maintenance and its own wait for each other no more than their writers do.
 */
export async function openDurableTable<ROW extends KeyedRow>(
  options: LanceDBStoreOptions,
  definition: TableDefinition<ROW>,
  { isSetUp }: { isSetUp: boolean },
): Promise<OpenTable> {
  const { name } = definition;
  const { durability = "fsync", maintenance = "auto", onMaintenanceError = warn } = options;
  const location = resolveUri(options.uri);
  return attempt(`open ${name}`, async () => {
    const engine = await loadEngine();
    const place = await openPlace(engine, location, options.storageOptions, { of: name });
    try {
      const isFolder = place.kind === "folder";
      const isSynced = isFolder && durability === "fsync";
      const tableFolder = toTableFolder(place, name);
      const handle = await openHandle(engine, place.connection, definition, {
        ...openingAt(place, options.onRecovered),
        mayCreate: place.kind !== "bucket" || isSetUp,
      });
      const gate = createGate();
      const access = await openAccess<Change>(handle, {
        commit: commitChanges,
        gate,
        turns: place.turns,
        local: place.attendance && { tableFolder, attendance: place.attendance },
        pace: toDurablePace(place),
        isAutomatic: maintenance === "auto",
        sync: isSynced ? createFileSync(tableFolder) : async () => {},
        onMaintenanceError,
      });
      if (isSynced) await syncFolder(place.uri);
      return {
        place,
        access,
        gate,
        async close() {
          await gate.close();
          if (isFolder && maintenance === "auto") {
            await tidyTable(access, place).catch(onMaintenanceError);
          }
          await access.close();
          await place.leave();
        },
      };
    } catch (error) {
      await place.leave();
      throw error;
    }
  });
}
