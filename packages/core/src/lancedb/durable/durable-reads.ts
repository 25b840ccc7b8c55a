import type { NearestQuery, TableQuery } from "../../ports/durable-table.ts";
import type { Condition } from "../../ports/condition.ts";
import type { Vector } from "../../ports/stored-rows.ts";
import { compareValues } from "../../rows/compare-values.ts";
import { copyVector } from "../../rows/copy-vector.ts";
import type { RowCondition } from "../../rows/row-condition.ts";
import { compileFilter } from "../reads/compile-filter.ts";
import { createSearchPlanner } from "../reads/plan-search.ts";
import { retryRead } from "../reads/retry-read.ts";
import { toCosine } from "../reads/to-cosine.ts";
import { searchByIndex } from "../reads/vector-index.ts";
import { fromArrowTable } from "../rows/read-arrow.ts";
import { findColumn, type StoredColumn } from "../schema/columns.ts";
import type { TableHandle } from "../table-handle.ts";

type Optional<VALUE> = VALUE | undefined;

/** A row, as far as its columns were read; and its key, by which equal ones are ordered. */
type ReadRow = Readonly<Record<string, unknown>> & { readonly key: string };

/** The reads of a table of an adapter's own. */
export interface DurableReads<ROW> {
  find(query: TableQuery<ROW, keyof ROW & string>): Promise<ReadRow[]>;
  findNearest(
    vector: Vector,
    query: NearestQuery<ROW, keyof ROW & string>,
  ): Promise<{ row: ReadRow; cosine: number }[]>;
  count(where: Optional<Condition<ROW>>): Promise<number>;
}

/** Reads of an open table, each of its newest version. */
export function durableReads<ROW>({ table, columns, shape }: TableHandle): DurableReads<ROW> {
  const toFilter = (where: Optional<Condition<ROW>>) =>
    where && compileFilter(where as RowCondition, columns);
  const count = (where: Optional<Condition<ROW>>) =>
    retryRead(table, () => table.countRows(toFilter(where)));
  const planSearch = createSearchPlanner<Optional<Condition<ROW>>>({
    ofTable: () => table.countRows(),
    of: count,
  });
  const withoutVector = columns.filter(({ type }) => type !== "vector");
  const select = (names: Optional<readonly string[]>): StoredColumn[] => {
    if (names === undefined) return withoutVector;
    return [...new Set(["key", ...names])].map((name) => findColumn(columns, name));
  };

  return {
    count,

    async find({ where, columns: wanted, orderBy = [], limit, offset = 0 }) {
      // LanceDB (0.39.0) refuses a limit of 0.
      if (limit === 0) return [];
      const read = select(wanted);
      const order = orderBy.map((one) => ({ ...one, ...findColumn(columns, one.column) }));
      const query = table.query();
      const filter = toFilter(where);
      if (filter !== undefined) query.where(filter);
      // What is ordered by has to be selected, or planning fails where an index is used (0.39.0).
      query.select([...new Set([...read, ...order].map(({ name }) => name))]);
      if (order.length > 0) {
        query.orderBy(
          order.map(({ name, descending = false }) => ({
            columnName: name,
            ascending: !descending,
            nullsFirst: false,
          })),
        );
      }
      if (limit !== undefined) query.limit(limit);
      if (offset > 0) query.offset(offset);
      return fromArrowTable<ReadRow>(await retryRead(table, () => query.toArrow()), read);
    },

    async findNearest(vector, { where, columns: wanted, limit }) {
      if (limit === 0) return [];
      const copy = copyVector(vector, shape.dimensions, `search ${shape.name}`);
      const read = select(wanted);
      const filter = toFilter(where);
      const query = table.query().nearestTo(copy).column("vector").distanceType("cosine");
      if (filter !== undefined) query.where(filter);
      if ((await planSearch(where)) === "exact") query.bypassVectorIndex();
      else searchByIndex(query, limit);
      query.select([...read.map(({ name }) => name), "_distance"]).limit(limit);
      const answer = await retryRead(table, () => query.toArrow());
      const distances = answer.getChild("_distance");
      return fromArrowTable<ReadRow>(answer, read)
        .map((row, index) => ({ row, cosine: toCosine(distances?.get(index)) }))
        .toSorted((a, b) => b.cosine - a.cosine || compareValues(a.row.key, b.row.key));
    },
  };
}
