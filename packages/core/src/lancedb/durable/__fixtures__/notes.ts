import type { DurableTable, TableDefinition } from "../../../ports/durable-table.ts";
import type { Vector } from "../../../ports/stored-rows.ts";
import { durableTable } from "../durable-table.ts";

/** A row of the tests, with a column of every kind that such tables have. */
export interface Note {
  key: string;
  path: string;
  text?: string | undefined;
  payload?: Uint8Array | undefined;
  tags: string[];
  at: Date;
  stars?: number | undefined;
  vector?: Vector | undefined;
}

export const NOTES = {
  name: "notes",
  columns: {
    key: { type: "text", indexed: "many" },
    path: { type: "text", indexed: "many" },
    text: { type: "text", optional: true },
    payload: { type: "bytes", optional: true },
    tags: { type: "texts" },
    at: { type: "time" },
    stars: { type: "integer", optional: true },
    vector: { type: "vector", optional: true },
  },
} satisfies TableDefinition<Note>;

/** The table of the tests. */
export function openNotes(
  uri: string,
  {
    dimensions,
    storageOptions,
  }: { dimensions?: number; storageOptions?: Record<string, string> } = {},
): DurableTable<Note> {
  return durableTable<Note>({ uri, storageOptions }, { ...NOTES, dimensions });
}

/** A note with this key. */
export function note(key: string, more: Partial<Note> = {}): Note {
  return { key, path: `${key}/`, tags: [], at: new Date("2026-01-02T03:04:05.678Z"), ...more };
}
