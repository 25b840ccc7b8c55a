import type { Table } from "@lancedb/lancedb";
import type { FixedSizeList } from "apache-arrow";
import { StoreError } from "../../errors.ts";
import { retryCommit } from "../writes/retry-commit.ts";
import type { Turns } from "../turns/take-turns.ts";

const COLUMN = "vector";

/**
 * The length of the vectors of a table, 0 where it has none. One that has none and is to have some
 * gets a column for them, empty in the rows that are there.
 *
 * @throws {StoreError} when its vectors have another length.
 */
export async function agreeOnVectors(
  table: Table,
  { dimensions, turns }: { dimensions: number | undefined; turns: Turns },
): Promise<number> {
  const operation = `open ${table.name}`;
  let present = await readDimensions(table);
  if (present === undefined && dimensions !== undefined) {
    present = await turns.run(operation, () => addVectors(table, dimensions));
  }
  if (dimensions !== undefined && present !== dimensions) {
    throw new StoreError(
      `The table "${table.name}" holds vectors of ${present} dimensions, and was opened for ${dimensions}. Open it with the embedding model that it was written with, or choose another table.`,
      { operation },
    );
  }
  return present ?? 0;
}

/** Inside of a turn, because another process may have done it meanwhile. */
async function addVectors(table: Table, dimensions: number): Promise<number> {
  await table.checkoutLatest();
  const present = await readDimensions(table);
  if (present !== undefined) return present;
  const valueSql = `arrow_cast(NULL, 'FixedSizeList(${dimensions}, Float16)')`;
  await retryCommit(() => table.addColumns([{ name: COLUMN, valueSql }]));
  return dimensions;
}

async function readDimensions(table: Table): Promise<number | undefined> {
  const { fields } = await table.schema();
  const field = fields.find(({ name }) => name === COLUMN);
  return field && (field.type as FixedSizeList).listSize;
}
