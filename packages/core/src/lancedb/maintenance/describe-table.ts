import type { TableHandle } from "../table-handle.ts";

/** What the newest version of a table is made of. */
export interface TableFigures {
  readonly fragments: number;
  /** What that version takes on disk: the rest of the folder is the past, and what lies about. */
  readonly liveBytes: number;
  /** Rows that some index does not cover yet: every search looks at each of them. */
  readonly unindexedRows: number;
  /** How many parts the index has that has most of them: every search looks into each. */
  readonly indexParts: number;
}

/** Figures of a table, for those who decide what to do about it. */
export async function describeTable({ table }: TableHandle): Promise<TableFigures> {
  const [{ fragmentStats, totalBytes }, indexes] = await Promise.all([
    table.stats(),
    table.listIndices(),
  ]);
  const indexBytes = indexes.reduce((total, { sizeBytes }) => total + (sizeBytes ?? 0), 0);
  return {
    fragments: fragmentStats.numFragments,
    liveBytes: totalBytes + indexBytes,
    unindexedRows: Math.max(0, ...indexes.map(({ numUnindexedRows }) => numUnindexedRows ?? 0)),
    indexParts: Math.max(0, ...indexes.map(({ numSegments }) => numSegments ?? 0)),
  };
}
