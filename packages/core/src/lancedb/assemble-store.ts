import type { MemoryStore, TableName } from "../ports/memory-store.ts";
import type { DecisionRow, EpisodeRow, SessionRow } from "../ports/stored-rows.ts";
import { completeErasures, erase, type ErasureOptions } from "./erasure/erase.ts";
import { createGate } from "./gate.ts";
import { lanceDBMemories } from "./lancedb-memories.ts";
import type { LanceDBStoreOptions } from "./lancedb-store.ts";
import { lanceDBTable } from "./lancedb-table.ts";
import { lanceDBWordedTable } from "./lancedb-worded-table.ts";
import { maintainTables } from "./maintenance/maintain-tables.ts";
import { type Place, toTableFolder } from "./open-place.ts";
import { toPace } from "./maintenance/pace.ts";
import { moveMemories } from "./spaces/move-memories.ts";
import { attempt } from "./store-errors.ts";
import { commitWrites } from "./writes/commit-writes.ts";
import { createFileSync, syncFolder } from "./writes/sync-files.ts";
import { openAccess, type TableAccess } from "./table-access.ts";
import type { TableHandle } from "./table-handle.ts";

/** How careful a store is, and who is told of its failures behind the calls. */
interface Care {
  readonly durability: NonNullable<LanceDBStoreOptions["durability"]>;
  readonly maintenance: NonNullable<LanceDBStoreOptions["maintenance"]>;
  readonly onMaintenanceError: NonNullable<LanceDBStoreOptions["onMaintenanceError"]>;
}

/** The store of a place, on its open tables. */
export async function assembleStore(
  place: Place,
  handles: Readonly<Record<TableName, TableHandle>>,
  { durability, maintenance, onMaintenanceError }: Care,
): Promise<MemoryStore> {
  const { uri, kind, connection, attendance, turns } = place;
  const isSynced = kind === "folder" && durability === "fsync";
  const gate = createGate();
  const tables = {
    memories: await access(handles.memories),
    episodes: await access(handles.episodes),
    sessions: await access(handles.sessions),
    decisions: await access(handles.decisions),
  };
  let memories = lanceDBMemories(tables.memories);
  if (isSynced) await syncFolder(uri);
  const erasures: ErasureOptions = {
    place,
    tables,
    async sync(tableName) {
      if (!isSynced) return;
      if (tableName !== undefined) await createFileSync(toTableFolder(place, tableName))();
      await syncFolder(uri);
    },
  };
  await completeErasures(erasures);

  return {
    get memories() {
      return memories;
    },
    episodes: lanceDBWordedTable<EpisodeRow>(tables.episodes),
    sessions: lanceDBTable<SessionRow>(tables.sessions),
    decisions: lanceDBTable<DecisionRow>(tables.decisions),
    erase: (erasure) => tables.memories.call("erase from", () => erase(erasures, erasure)),
    describe: () =>
      tables.memories.call("count", async () => ({
        uri,
        rows: {
          memories: await tables.memories.handle.table.countRows(),
          episodes: await tables.episodes.handle.table.countRows(),
          sessions: await tables.sessions.handle.table.countRows(),
          decisions: await tables.decisions.handle.table.countRows(),
        },
        tables: {
          memories: await tables.memories.describe(),
          episodes: await tables.episodes.describe(),
          sessions: await tables.sessions.describe(),
          decisions: await tables.decisions.describe(),
        },
      })),
    maintain: () =>
      gate.pass(() => attempt("maintain the store", () => maintainTables(tables, turns))),
    async moveTo(space, move) {
      const source = tables.memories;
      const alone = (work: () => Promise<void>) =>
        move.alone(() => turns.run("move memories", () => source.exclusively(work)));
      const adopt = async (target: TableHandle) => {
        tables.memories = await access(target);
        memories = lanceDBMemories(tables.memories);
      };
      await source.call("move", () =>
        moveMemories(connection, source.handle, space, {
          move: { ...move, alone },
          sync: (target) => toSync(target)(),
          adopt,
        }),
      );
      await source.close();
    },
    async close() {
      await gate.close();
      for (const table of Object.values(tables)) await table.close();
      await place.leave();
    },
  };

  function toSync({ table }: TableHandle): () => Promise<void> {
    return isSynced ? createFileSync(toTableFolder(place, table.name)) : async () => {};
  }

  async function access(handle: TableHandle): Promise<TableAccess> {
    const tableFolder = toTableFolder(place, handle.table.name);
    const local = attendance && { tableFolder, attendance };
    const sync = toSync(handle);
    const whileAlone = async (task: () => Promise<void>) =>
      (await attendance?.whileAlone(task)) ?? false;
    return openAccess(handle, {
      commit: (table, writes) => commitWrites(table, writes, whileAlone),
      gate,
      turns,
      local,
      pace: toPace(place, handle.shape.name),
      isAutomatic: maintenance === "auto",
      sync,
      onMaintenanceError,
    });
  }
}
