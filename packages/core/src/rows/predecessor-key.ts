import type { StoredRow, VersionRow } from "../ports/stored-rows.ts";

/**
 * The key of the version that a new one continues, without which it must not be written: it may
 * have been erased meanwhile. `undefined` for rows that continue nothing.
 */
export function predecessorKey(row: StoredRow): string | undefined {
  const { lineage, slot = 1, revision } = row as Partial<VersionRow>;
  return slot > 1 && revision === 1 ? `${lineage}@${slot - 1}` : undefined;
}
