import type { Table } from "@lancedb/lancedb";
import { isVanished } from "../store-errors.ts";

/**
 * The result of a read, which is made once more when files went away under it: another process erased
 * something, or compaction removed the version, because the read took longer than versions are kept.
 */
export async function retryRead<RESULT>(
  table: Pick<Table, "checkoutLatest">,
  read: () => Promise<RESULT>,
): Promise<RESULT> {
  try {
    return await read();
  } catch (error) {
    if (!isVanished(error)) throw error;
    await table.checkoutLatest();
    return read();
  }
}
