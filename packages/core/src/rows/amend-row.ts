import { type Amendment, SILENCED } from "../ports/erasure.ts";
import type { VersionRow } from "../ports/stored-rows.ts";

/** The row with its amendment, as its next revision; `undefined` when it has it already. */
export function amendRow(row: VersionRow, amendment: Amendment): VersionRow | undefined {
  const { isSilenced, ...columns } = amendment;
  const { supersededBy: _by, supersededAt: _at, validTo: _to, ...kept } = row;
  const amended: VersionRow = { ...kept, ...columns };
  if (isSilenced) {
    amended.reason = SILENCED;
    delete amended.quote;
  }
  const isAmended = [...COLUMNS].every((name) => isSame(row[name], amended[name]));
  return isAmended ? undefined : { ...amended, revision: row.revision + 1 };
}

const COLUMNS = [
  "status",
  "episodeIds",
  "supersededBy",
  "supersededAt",
  "validTo",
  "quote",
  "reason",
] as const;

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
