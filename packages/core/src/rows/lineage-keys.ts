import type { StoredRow, VersionRow } from "../ports/stored-rows.ts";

/**
 * The key of the version that a new one continues, without which it must not be written: it may
 * have been erased meanwhile. `undefined` for rows that continue nothing.
 */
export function predecessorKey(row: StoredRow): string | undefined {
  const { lineage, slot = 1, revision } = row as Partial<VersionRow>;
  return slot > 1 && revision === 1 ? `${lineage}@${slot - 1}` : undefined;
}

/** The key of the version that continues the one of this key; `undefined` for keys of other rows. */
export function successorKey(key: string): string | undefined {
  const [, lineage, slot] = /^(.*)@(\d+)$/s.exec(key) ?? [];
  return slot === undefined ? undefined : `${lineage}@${Number(slot) + 1}`;
}
