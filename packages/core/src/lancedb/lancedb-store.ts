import { join } from "node:path";
import type { Connection } from "@lancedb/lancedb";
import type { MemoryStore, OpenStore, TableName } from "../ports/memory-store.ts";
import type { DecisionRow, EpisodeRow, SessionRow } from "../ports/stored-rows.ts";
import { completeErasures, erase, type ErasureOptions } from "./erase.ts";
import { createGate } from "./gate.ts";
import { lanceDBMemories } from "./lancedb-memories.ts";
import { lanceDBTable } from "./lancedb-table.ts";
import { loadEngine } from "./load-engine.ts";
import { openTables } from "./open-tables.ts";
import { type Location, resolveUri } from "./resolve-uri.ts";
import { attempt } from "./store-errors.ts";
import { createFileSync, syncFolder } from "./sync-files.ts";
import { openAccess, type TableAccess } from "./table-access.ts";
import type { TableHandle } from "./table-handle.ts";

/** Where a store is, and how careful it is. */
export interface LanceDBStoreOptions {
  /** A folder, or `s3://`, `gs://`, `az://`. */
  readonly uri: string;
  /** LanceDB's options for object storage. */
  readonly storageOptions?: Record<string, string> | undefined;
  /** `fsync` (default): what was acknowledged survives a power cut too. For folders only. */
  readonly durability?: "fsync" | "os" | undefined;
  /** Told of compactions that failed; no write fails for them. Default: a warning of the process. */
  readonly onMaintenanceError?: ((error: unknown) => void) | undefined;
}

const INDEX_CACHE_BYTES = 256n * 1024n ** 2n;
const METADATA_CACHE_BYTES = 128n * 1024n ** 2n;

/**
 * Opens stores on LanceDB, embedded in this process. Several processes may share a folder.
 *
 * @throws {InvalidInputError} for a uri that names no place.
 */
export function lanceDBStore(options: LanceDBStoreOptions): OpenStore {
  const location = resolveUri(options.uri);
  return async (space) =>
    attempt("open the store", async () => {
      const engine = await loadEngine();
      const connection = await engine.lancedb.connect(location.uri, {
        // Otherwise a table never shows what other processes wrote. Costs 0.01 ms a read (0.39.0).
        readConsistencyInterval: 0,
        // Otherwise the caches may grow to 7 GB.
        session: new engine.lancedb.Session(INDEX_CACHE_BYTES, METADATA_CACHE_BYTES),
        ...(options.storageOptions && { storageOptions: options.storageOptions }),
      });
      try {
        const handles = await openTables(engine, connection, space);
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
  { uri, isLocal }: Location,
  { durability = "fsync", onMaintenanceError = warn }: LanceDBStoreOptions,
): Promise<MemoryStore> {
  const isSynced = isLocal && durability === "fsync";
  const gate = createGate();
  const access = async (handle: TableHandle): Promise<TableAccess> => {
    const folder = isLocal ? join(uri, `${handle.table.name}.lance`) : undefined;
    const sync = isSynced && folder !== undefined ? createFileSync(folder) : async () => {};
    return openAccess(handle, { gate, sync, folder, onMaintenanceError });
  };
  const memories = await access(handles.memories);
  const episodes = await access(handles.episodes);
  const sessions = await access(handles.sessions);
  const decisions = await access(handles.decisions);
  if (isSynced) await syncFolder(uri);
  const erasures: ErasureOptions = {
    connection,
    tables: { memories, episodes, sessions, decisions },
    async sync(tableName) {
      if (!isSynced) return;
      if (tableName !== undefined) await createFileSync(join(uri, `${tableName}.lance`))();
      await syncFolder(uri);
    },
  };
  await completeErasures(erasures);

  return {
    memories: lanceDBMemories(memories),
    episodes: lanceDBTable<EpisodeRow>(episodes),
    sessions: lanceDBTable<SessionRow>(sessions),
    decisions: lanceDBTable<DecisionRow>(decisions),
    erase: (erasure) => memories.call("erase from", () => erase(erasures, erasure)),
    describe: () =>
      memories.call("count", async () => ({
        uri,
        rows: {
          memories: await handles.memories.table.countRows(),
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
