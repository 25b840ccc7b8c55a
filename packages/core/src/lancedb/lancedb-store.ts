import { join } from "node:path";
import type { Connection } from "@lancedb/lancedb";
import type { MemoryStore, OpenStore, TableName } from "../ports/memory-store.ts";
import type { DecisionRow, EpisodeRow, SessionRow } from "../ports/stored-rows.ts";
import { attendFolder, type Attendance } from "./attend-folder.ts";
import { createFolderLock } from "./folder-lock.ts";
import { createGate } from "./gate.ts";
import { lanceDBMemories } from "./lancedb-memories.ts";
import { lanceDBTable } from "./lancedb-table.ts";
import { loadEngine } from "./load-engine.ts";
import { maintainTables } from "./maintain-tables.ts";
import { openTables, type OpenTable } from "./open-tables.ts";
import { openRecovered, type Recovery } from "./recover-table.ts";
import { type Location, resolveUri } from "./resolve-uri.ts";
import { attempt } from "./store-errors.ts";
import { createFileSync, syncFolder } from "./sync-files.ts";
import { openAccess, type TableAccess } from "./table-access.ts";
import type { TableHandle } from "./table-handle.ts";
import { takeTurns, type Turns } from "./take-turns.ts";

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
  /** Told of tables that were opened at an earlier version. For folders only. Default: a warning of the process. */
  readonly onRecovered?: ((recovery: Recovery) => void) | undefined;
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
      const attendance = location.isLocal ? await attendFolder(location.uri) : undefined;
      const turns = takeTurns(attendance?.isKnown ? createFolderLock(attendance) : undefined);
      const place = { ...location, attendance, turns };
      try {
        const handles = await openTables(engine, connection, space, recovering(place, options));
        return await toStore(connection, handles, place, options);
      } catch (error) {
        connection.close();
        await attendance?.leave();
        throw error;
      }
    });
}

/** Where a store is, and how it gets on with others there. */
interface Place extends Location {
  readonly attendance: Attendance | undefined;
  readonly turns: Turns;
}

function recovering(
  { uri, isLocal, turns }: Place,
  { onRecovered = warnOfRecovery }: LanceDBStoreOptions,
): OpenTable {
  return async (name, open) =>
    isLocal ? openRecovered(toTableFolder(uri, name), { open, turns, onRecovered }) : open();
}

async function toStore(
  connection: Connection,
  handles: Record<TableName, TableHandle>,
  { uri, isLocal, attendance, turns }: Place,
  { durability = "fsync", onMaintenanceError = warn }: LanceDBStoreOptions,
): Promise<MemoryStore> {
  const isSynced = isLocal && durability === "fsync";
  const gate = createGate();
  const access = async (handle: TableHandle): Promise<TableAccess> => {
    const tableFolder = toTableFolder(uri, handle.table.name);
    const sync = isSynced ? createFileSync(tableFolder) : async () => {};
    const local = attendance && { tableFolder, attendance };
    return openAccess(handle, { gate, turns, local, sync, onMaintenanceError });
  };
  const tables = {
    memories: await access(handles.memories),
    episodes: await access(handles.episodes),
    sessions: await access(handles.sessions),
    decisions: await access(handles.decisions),
  };
  const { memories, episodes, sessions, decisions } = tables;
  if (isSynced) await syncFolder(uri);

  return {
    memories: lanceDBMemories(memories),
    episodes: lanceDBTable<EpisodeRow>(episodes),
    sessions: lanceDBTable<SessionRow>(sessions),
    decisions: lanceDBTable<DecisionRow>(decisions),
    describe: () =>
      memories.call("count", async () => ({
        uri,
        rows: {
          memories: await handles.memories.table.countRows(),
          episodes: await handles.episodes.table.countRows(),
          sessions: await handles.sessions.table.countRows(),
          decisions: await handles.decisions.table.countRows(),
        },
        tables: {
          memories: await memories.describe(),
          episodes: await episodes.describe(),
          sessions: await sessions.describe(),
          decisions: await decisions.describe(),
        },
      })),
    maintain: () =>
      gate.pass(() => attempt("maintain the store", () => maintainTables(tables, turns))),
    async close() {
      await gate.close();
      for (const table of [memories, episodes, sessions, decisions]) await table.close();
      connection.close();
      await attendance?.leave();
    },
  };
}

function toTableFolder(uri: string, name: string): string {
  return join(uri, `${name}.lance`);
}

function warnOfRecovery({ table, version, quarantined }: Recovery): void {
  warn(
    `The table "${table}" was opened at version ${version}: newer ones were damaged, and are now in ${quarantined.join(", ")}.`,
  );
}

function warn(error: unknown): void {
  process.emitWarning(error instanceof Error ? error : String(error));
}
