import { createHash } from "node:crypto";
import { WHOLE } from "../schema/columns.ts";
import { copyRows, type TableShape } from "../../rows/copy-row.ts";
import { predecessorKey } from "../../rows/lineage-keys.ts";
import type { StoredRow } from "../../ports/stored-rows.ts";
import { toHalves } from "./to-halves.ts";
import type { PlainRow } from "./write-arrow.ts";

/** A row that is ready to be written. */
export interface PreparedRow {
  readonly key: string;
  readonly revision: number;
  readonly values: PlainRow;
  /** The key of the row that must be there, for this one to be written on its condition. */
  readonly continues?: string | undefined;
  /** Names this very content of the row: the same row has the same name, whenever it is sent. */
  readonly write: string;
  /** About what it takes on disk. */
  readonly bytes: number;
}

/**
 * The rows of one write, checked and encoded, so that nothing can go wrong with them later.
 *
 * @throws {StoreError} when a row is not what the table holds, or two have one key.
 */
export function prepareRows(rows: readonly StoredRow[], shape: TableShape): PreparedRow[] {
  return copyRows(rows, shape).map((row) => {
    const { vector, ...rest } = row as StoredRow & { vector?: Float32Array };
    const halves = vector && toHalves(vector, shape);
    const json = JSON.stringify(rest);
    const digest = createHash("sha256").update(json);
    if (halves) digest.update(halves);
    return {
      key: row.key,
      revision: row.revision,
      values: { ...rest, vector: halves, [WHOLE.property]: json },
      continues: predecessorKey(row),
      write: digest.digest("base64url").slice(0, 16),
      bytes: json.length + (halves?.byteLength ?? 0),
    };
  });
}
