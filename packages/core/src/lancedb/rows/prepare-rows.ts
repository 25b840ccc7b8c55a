import { createHash } from "node:crypto";
import { StoreError } from "../../errors.ts";
import { WHOLE } from "../schema/columns.ts";
import { copyRows, type TableShape } from "../../rows/copy-row.ts";
import { predecessorKey } from "../../rows/lineage-keys.ts";
import type { StoredRow } from "../../ports/stored-rows.ts";
import { toFloat16 } from "./float16.ts";
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

/** A 16-bit float that was too large. */
const INFINITE = 0x7c00;

function toHalves(vector: Float32Array, { name }: TableShape): Uint16Array {
  const halves = Uint16Array.from(vector, toFloat16);
  const magnitudes = halves.map((half) => half & 0x7fff);
  if (magnitudes.includes(INFINITE) || magnitudes.every((half) => half === 0)) {
    throw new StoreError(
      "A vector is too long or too short for numbers of 16 bits. Scale it to the length 1: that changes no cosine.",
      { operation: `write ${name}` },
    );
  }
  return halves;
}
