import type { DurableTable } from "@palimpsest/core/tables";
import { IS_ITEM, type ItemRow } from "../item-row.ts";
import { expiresUntil } from "./expiry.ts";

/** Removes the items that have expired. Resolves with how many there were. */
export async function sweepItems(table: DurableTable<ItemRow>): Promise<number> {
  const hasExpired = expiresUntil(new Date());
  const items = await table.count({ all: [hasExpired, IS_ITEM] });
  // Every removal is a commit, whether there is something to remove or not.
  if (items > 0) await table.remove(hasExpired);
  return items;
}

/** Sweeps from time to time, without keeping the process alive. */
export interface Sweeper {
  /** Lets it begin; once is enough. Not after `stop`. */
  begin(): void;
  /** Resolves when it has come to its end. */
  stop(): Promise<void>;
}

/** A sweeper; what fails it tells `onError`, and tries again next time. */
export function createSweeper(
  sweep: () => Promise<unknown>,
  { intervalMs, onError }: { intervalMs: number; onError: (error: unknown) => void },
): Sweeper {
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  let sweeping: Promise<unknown> | undefined;
  return {
    begin() {
      if (isStopped) return;
      timer ??= setInterval(() => {
        sweeping ??= sweep()
          .catch(onError)
          .finally(() => {
            sweeping = undefined;
          });
      }, intervalMs).unref();
    },
    async stop() {
      isStopped = true;
      clearInterval(timer);
      await sweeping;
    },
  };
}
