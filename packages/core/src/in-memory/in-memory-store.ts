import { ClosedError, StoreError } from "../errors.ts";
import { type EmbeddingSpace, type OpenStore, type TableName } from "../ports/memory-store.ts";
import {
  type DecisionRow,
  type EpisodeRow,
  type SessionRow,
  type StoredRow,
  type VersionRow,
} from "../ports/stored-rows.ts";
import { TABLE_NAMES, TABLES } from "../ports/tables.ts";
import { amendRow } from "../rows/amend-row.ts";
import { inMemoryMemories } from "./in-memory-memories.ts";
import { type InMemoryTable, inMemoryTable, type TableData } from "./in-memory-table.ts";

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
  let space: EmbeddingSpace | undefined;

  return async (asked) => {
    space ??= asked;
    if (space.embedder !== asked.embedder || space.dimensions !== asked.dimensions) {
      throw new StoreError(
        `This store holds vectors of "${space.embedder}" (${space.dimensions} dimensions) and was opened for "${asked.embedder}" (${asked.dimensions}).`,
        { operation: "open" },
      );
    }
    const { dimensions } = space;
    let isOpen = true;

    function open<ROW extends StoredRow>(
      name: TableName,
      data: TableData<ROW>,
    ): InMemoryTable<ROW> {
      return inMemoryTable(data, { name, columns: TABLES[name], dimensions }, assertOpen);
    }

    function assertOpen(): void {
      if (!isOpen) throw new ClosedError();
    }

    const tables = {
      memories: open("memories", memories),
      episodes: open("episodes", episodes),
      sessions: open("sessions", sessions),
      decisions: open("decisions", decisions),
    };
    return {
      ...tables,
      memories: inMemoryMemories(tables.memories, dimensions),
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
        for (const name of TABLE_NAMES) tables[name].remove(remove[name]);
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
        };
      },
      async close() {
        isOpen = false;
      },
    };
  };
}

function emptyTable<ROW>(): TableData<ROW> {
  return { rows: new Map(), writes: new Map() };
}
