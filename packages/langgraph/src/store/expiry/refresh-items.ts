import type { DurableTable } from "@palimpsest/core/tables";
import type { ItemRow, StoredItem } from "../item-row.ts";
import { toExpiry } from "./expiry.ts";

/** Begins the lives of items anew when they are read, behind the reads. */
export interface Refresher {
  /** Takes note of items that were found. Those without an end are none of its business. */
  refresh(rows: readonly StoredItem[]): void;
  /** Resolves when all that was noted is written, or reported as failed. */
  flush(): Promise<void>;
}

/**
 * A life is not begun anew before this part of it has passed: an item that is read all the time
 * would be written all the time.
 */
const LEAST_PART = 1 / 100;

/** What is noted of one item: which revision it was, and how long it lives. */
interface Note {
  readonly item: string;
  readonly revision: string;
  readonly ttlMs: number;
}

/** A refresher of a table; what cannot be written it tells `onError`. */
export function createRefresher(
  table: DurableTable<ItemRow>,
  onError: (error: unknown) => void,
): Refresher {
  /** By revision. What is noted while some are written is written together. */
  const notes = new Map<string, Note>();
  let writing: Promise<void> | undefined;

  async function write(): Promise<void> {
    while (notes.size > 0) {
      const taken = [...notes.values()];
      notes.clear();
      const byTtl = Map.groupBy(taken, ({ ttlMs }) => ttlMs);
      for (const [ttlMs, group] of byTtl) await begin(group, ttlMs);
    }
    // Here and not by `finally`, a tick later: what is noted in between nobody would write.
    writing = undefined;
  }

  async function begin(group: readonly Note[], ttlMs: number): Promise<void> {
    const now = new Date();
    try {
      await table.update(
        {
          all: [
            { column: "item", isOneOf: group.map(({ item }) => item) },
            // Not what was put there since: it may live shorter, or for ever.
            { column: "revision", isOneOf: group.map(({ revision }) => revision) },
          ],
        },
        { expiresAt: toExpiry(now, ttlMs), refreshedAt: now },
      );
    } catch (error) {
      onError(error);
    }
  }

  return {
    refresh(rows) {
      const now = Date.now();
      for (const { item, revision, expiresAt, refreshedAt } of rows) {
        if (!expiresAt || !refreshedAt) continue;
        const ttlMs = expiresAt.getTime() - refreshedAt.getTime();
        if (now - refreshedAt.getTime() < ttlMs * LEAST_PART) continue;
        notes.set(revision, { item, revision, ttlMs });
      }
      if (notes.size === 0) return;
      writing ??= write();
    },
    async flush() {
      await writing;
    },
  };
}
