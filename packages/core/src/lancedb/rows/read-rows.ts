import type { Table } from "apache-arrow";
import { WHOLE } from "../schema/columns.ts";
import { fromArrowTable } from "./read-arrow.ts";
import { portColumns, type TableHandle } from "../table-handle.ts";

/** How rows of the port are read from a table. */
export interface RowReader<ROW> {
  /** The names of the columns that a query has to select; most of a row is its vector. */
  readonly select: readonly string[];
  /** The rows of the query's answer. */
  read(answer: Table): ROW[];
}

/** Reads rows from the column that holds them whole. */
export function createRowReader<ROW>(handle: TableHandle, withVector: boolean): RowReader<ROW> {
  const columns = portColumns(handle);
  const read = [...columns.filter(({ type }) => type === "vector" && withVector), WHOLE];
  const times = columns.filter(({ type }) => type === "time").map(({ property }) => property);
  return {
    select: read.map(({ name }) => name),
    read(answer) {
      const rows = fromArrowTable<{ whole: string; vector?: Float32Array }>(answer, read);
      return rows.map(({ whole, ...rest }) => {
        const row = JSON.parse(whole) as Record<string, unknown>;
        for (const time of times) {
          if (row[time] !== undefined) row[time] = new Date(row[time] as string);
        }
        return Object.assign(row, rest) as ROW;
      });
    },
  };
}
