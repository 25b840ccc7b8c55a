import { ClosedError, StoreError } from "../errors.ts";
import type {
  EmbeddingSpace,
  OpenStore,
  TableDescription,
  TableName,
} from "../ports/memory-store.ts";
import {
  type DecisionRow,
  type EpisodeRow,
  type SessionRow,
  type StoredRow,
  type VersionRow,
} from "../ports/stored-rows.ts";
import { TABLES } from "../ports/tables.ts";
import { amendRow } from "../rows/amend-row.ts";
import { inMemoryMemories } from "./in-memory-memories.ts";
import {
  type InMemoryTable,
  inMemoryTable,
  removeRows,
  type TableData,
} from "./in-memory-table.ts";
import { inMemoryWordedTable } from "./in-memory-worded-table.ts";
import { moveRows, type MovedVectors } from "./move-rows.ts";

/**
 * A store that lives as long as this value: opened again, it still holds its rows.
 *
 * The reference of what a store does, for tests and for trying things out. Searches are exact and
 * take time with every row.
 */
export function inMemoryStore(): OpenStore {
  const memories = emptyTable<VersionRow>();
  const episodes = emptyTable<EpisodeRow>();
  const sessions = emptyTable<SessionRow>();
  const decisions = emptyTable<DecisionRow>();
  const moved = new Map<string, MovedVectors>();
  let space: EmbeddingSpace | undefined;

  return async (asked) => {
    space ??= asked;
    if (space.embedder !== asked.embedder || space.dimensions !== asked.dimensions) {
      throw new StoreError(
        `This store holds vectors of "${space.embedder}" (${space.dimensions} dimensions) and was opened for "${asked.embedder}" (${asked.dimensions}).`,
        { operation: "open" },
      );
    }
    let isOpen = true;

    function open<ROW extends StoredRow>(
      name: TableName,
      data: TableData<ROW>,
    ): InMemoryTable<ROW> {
      const { dimensions } = space ?? asked;
      return inMemoryTable(data, { name, columns: TABLES[name], dimensions }, assertOpen);
    }

    function assertOpen(): void {
      if (!isOpen) throw new ClosedError();
    }

    const openMemories = ({ dimensions }: EmbeddingSpace) =>
      inMemoryMemories(open("memories", memories), dimensions);
    let memoryTable = openMemories(asked);

    return {
      get memories() {
        return memoryTable;
      },
      episodes: inMemoryWordedTable(open("episodes", episodes)),
      sessions: open("sessions", sessions),
      decisions: open("decisions", decisions),
      async moveTo(next, move) {
        assertOpen();
        const key = JSON.stringify([next.embedder, next.dimensions]);
        const vectors = moved.get(key) ?? new Map<string, Float32Array>();
        moved.set(key, vectors);
        await moveRows(memories.rows, next, move, {
          vectors,
          adopt() {
            space = next;
            memoryTable = openMemories(next);
            moved.clear();
          },
        });
      },
      async erase({ remove, amend }) {
        assertOpen();
        for (const amendment of amend) {
          const row = memories.rows.get(amendment.key);
          const amended = row && amendRow(row, amendment);
          if (amended === undefined) continue;
          // Its former writes hold what goes, and nobody sends them again.
          memories.writes.delete(amended.key);
          memories.rows.set(amended.key, amended);
        }
        removeRows(memories, remove.memories);
        removeRows(episodes, remove.episodes);
        removeRows(sessions, remove.sessions);
        removeRows(decisions, remove.decisions);
        // A move that was aborted begins anew.
        moved.clear();
      },
      async describe() {
        assertOpen();
        return {
          uri: "memory:",
          rows: {
            memories: memories.rows.size,
            episodes: episodes.rows.size,
            sessions: sessions.rows.size,
            decisions: decisions.rows.size,
          },
          tables: eachTable(NO_FILES),
        };
      },
      async maintain() {
        assertOpen();
        return {
          tables: eachTable({ before: NO_FILES, after: NO_FILES, durationMs: 0 }),
          durationMs: 0,
        };
      },
      async close() {
        isOpen = false;
      },
    };
  };
}

/** There is nothing to put in order. */
const NO_FILES: TableDescription = { fragments: 0, versions: 0, bytes: 0, unindexedRows: 0 };

function eachTable<VALUE>(value: VALUE): Record<TableName, VALUE> {
  return { memories: value, episodes: value, sessions: value, decisions: value };
}

function emptyTable<ROW>(): TableData<ROW> {
  return { rows: new Map(), writes: new Map() };
}
