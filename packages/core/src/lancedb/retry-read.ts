import type { Table } from "@lancedb/lancedb";

/**
 * The result of a read, which is made once more when compaction removed the version under it:
 * then it took longer than versions are kept, or its process slept.
 */
export async function retryRead<RESULT>(
  table: Pick<Table, "checkoutLatest">,
  read: () => Promise<RESULT>,
): Promise<RESULT> {
  try {
    return await read();
  } catch (error) {
    if (!isAboutMissingFile(error)) throw error;
    await table.checkoutLatest();
    return read();
  }
}

function isAboutMissingFile(error: unknown): boolean {
  return error instanceof Error && /Not found: \S+\.(lance|manifest|idx)/.test(error.message);
}
