import { join } from "node:path";
import type { Connection } from "@lancedb/lancedb";
import type { MemoryStore, OpenStore, TableName } from "../ports/memory-store.ts";
import type { DecisionRow, EpisodeRow, SessionRow } from "../ports/stored-rows.ts";
import { connect } from "./connect.ts";
import { createGate } from "./gate.ts";
import { lanceDBMemories } from "./lancedb-memories.ts";
import { lanceDBTable } from "./lancedb-table.ts";
import { loadEngine } from "./load-engine.ts";
import { openTables } from "./open-tables.ts";
import { moveMemories } from "./spaces/move-memories.ts";
import { type Location, resolveUri } from "./resolve-uri.ts";
import { attempt } from "./store-errors.ts";
import { createFileSync, syncFolder } from "./sync-files.ts";
import { openAccess, type TableAccess } from "./table-access.ts";
import type { TableHandle } from "./table-handle.ts";

/** Where a store is, and how careful it is. */
export interface LanceDBStoreOptions {
  /** A folder, or `s3://`, `gs://`, `az://`, or `db://` of LanceDB Enterprise and Cloud. */
  readonly uri: string;
  /** LanceDB's options for object storage; of `db://` its `apiKey`, `region` and `hostOverride`. */
  readonly storageOptions?: Record<string, string> | undefined;
  /** `fsync` (default): what was acknowledged survives a power cut too. For folders only. */
  readonly durability?: "fsync" | "os" | undefined;
  /** Told of compactions that failed; no write fails for them. Default: a warning of the process. */
  readonly onMaintenanceError?: ((error: unknown) => void) | undefined;
}

/**
 * Opens stores on LanceDB, embedded in this process. Several processes may share a folder or bucket.
 *
 * In a folder missing tables are created by whoever opens it. In a bucket they are not, unless the
 * call says that it is the one that sets the store up: of two processes that create a table there at
 * the same time one loses what it writes (0.39.0: 58 of 99 acknowledged rows).
 *
 * @throws {InvalidInputError} for a uri that names no place.
 */
export function lanceDBStore(options: LanceDBStoreOptions): OpenStore {
  const location = resolveUri(options.uri);
  return async (space, { isSetUp = false } = {}) =>
    attempt("open the store", async () => {
      const engine = await loadEngine();
      const connection = await connect(engine, location, options.storageOptions);
      try {
        const handles = await openTables(engine, connection, space, {
          mayCreate: location.kind !== "bucket" || isSetUp,
        });
        return await toStore(connection, handles, location, options);
      } catch (error) {
        connection.close();
        throw error;
      }
    });
}

async function toStore(
  connection: Connection,
  handles: Record<TableName, TableHandle>,
  { uri, kind }: Location,
  { durability = "fsync", onMaintenanceError = warn }: LanceDBStoreOptions,
): Promise<MemoryStore> {
  const isSynced = kind === "folder" && durability === "fsync";
  const gate = createGate();
  const toSync = ({ table }: TableHandle) =>
    isSynced ? createFileSync(join(uri, `${table.name}.lance`)) : async () => {};
  const access = async (handle: TableHandle): Promise<TableAccess> =>
    openAccess(handle, { gate, sync: toSync(handle), onMaintenanceError });
  let memories = await access(handles.memories);
  const episodes = await access(handles.episodes);
  const sessions = await access(handles.sessions);
  const decisions = await access(handles.decisions);
  if (isSynced) await syncFolder(uri);

  let memoryTable = lanceDBMemories(memories);
  return {
    get memories() {
      return memoryTable;
    },
    episodes: lanceDBTable<EpisodeRow>(episodes),
    sessions: lanceDBTable<SessionRow>(sessions),
    decisions: lanceDBTable<DecisionRow>(decisions),
    async moveTo(space, move) {
      const source = memories;
      await source.call("move", async () =>
        moveMemories(
          connection,
          source.handle,
          space,
          { ...move, alone: (work) => move.alone(async () => source.exclusively(work)) },
          {
            sync: async (target) => toSync(target)(),
            async adopt(target) {
              memories = await access(target);
              memoryTable = lanceDBMemories(memories);
            },
          },
        ),
      );
      await source.close();
    },
    describe: () =>
      memories.call("count", async () => ({
        uri,
        rows: {
          memories: await memories.handle.table.countRows(),
          episodes: await handles.episodes.table.countRows(),
          sessions: await handles.sessions.table.countRows(),
          decisions: await handles.decisions.table.countRows(),
        },
      })),
    async close() {
      await gate.close();
      for (const table of [memories, episodes, sessions, decisions]) await table.close();
      connection.close();
    },
  };
}

function warn(error: unknown): void {
  process.emitWarning(error instanceof Error ? error : String(error));
}
