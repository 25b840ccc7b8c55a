import type { KeyedRow, TableDefinition } from "@palimpsest/core/tables";

/**
 * A row of the table of checkpoints, which is only ever appended. Its key says what it is:
 *
 * - a checkpoint, without the values of its channels: `checkpoint`, `metadata` and `payload`, and
 *   `parent` where it has one;
 * - a blob, which is the value of one version of a channel: `payload`, absent where the channel had none;
 * - the writes of one call of `putWrites`, together: `payload`.
 */
export interface CheckpointRow extends KeyedRow {
  key: string;
  /** When it was written, as text that sorts: of several rows of one key it says which is the last. */
  stamp: string;
  checkpoint?: string;
  parent?: string;
  metadata?: Uint8Array;
  payload?: Uint8Array;
}

/**
 * The table of checkpoints. Few columns: each takes some 200 bytes in the file of every commit (0.39.0).
 * Nothing but the key has an index, because nothing else is ever asked for on a way that has to be fast.
 */
export function toDefinition(name: string): TableDefinition<CheckpointRow> {
  return {
    name,
    columns: {
      key: { type: "text", indexed: "many" },
      stamp: { type: "text" },
      checkpoint: { type: "text", optional: true },
      parent: { type: "text", optional: true },
      metadata: { type: "bytes", optional: true },
      payload: { type: "bytes", optional: true },
    },
  };
}
