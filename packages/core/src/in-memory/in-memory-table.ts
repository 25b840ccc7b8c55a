import { StoreError } from "../errors.ts";
import { pickFields } from "../pick-fields.ts";
import type { Condition } from "../ports/condition.ts";
import type { Query, Table, Whose } from "../ports/memory-store.ts";
import type { StoredRow } from "../ports/stored-rows.ts";
import { copyRows, type TableShape } from "../rows/copy-row.ts";
import { countScopes } from "../rows/count-scopes.ts";
import { compareValues } from "../rows/compare-values.ts";
import { predecessorKey } from "../rows/lineage-keys.ts";
import { isMet } from "./is-met.ts";
import { type Operand, toRowCondition } from "../rows/row-condition.ts";

/** What a table holds: its rows by key, and for each key everything that was ever written there. */
export interface TableData<ROW> {
  readonly rows: Map<string, ROW>;
  readonly writes: Map<string, string[]>;
}

/** A table on maps, and the rows themselves for searches on top of it. */
export interface InMemoryTable<ROW extends StoredRow> extends Table<ROW> {
  /** The kept rows, not copies of them. */
  select(whose: Whose, where?: Condition<ROW>): ROW[];
}

/** A table on maps. Rows are copied in and out, so that nobody changes what is kept. */
export function inMemoryTable<ROW extends StoredRow>(
  { rows, writes }: TableData<ROW>,
  shape: TableShape,
  assertOpen: () => void,
): InMemoryTable<ROW> {
  function select(whose: Whose, where?: Condition<ROW>): ROW[] {
    assertOpen();
    const condition = toRowCondition(whose, where);
    return [...rows.values()].filter((row) => isMet(condition, row));
  }

  function receive(given: readonly ROW[]): ROW[] {
    assertOpen();
    return copyRows(given, shape);
  }

  function write(row: ROW): void {
    rows.set(row.key, row);
    writes.set(row.key, [...(writes.get(row.key) ?? []), JSON.stringify(row)]);
  }

  function isKnown(row: ROW): boolean {
    return writes.get(row.key)?.includes(JSON.stringify(row)) ?? false;
  }

  return {
    select,
    async find(whose, query = {}) {
      return inOrder(select(whose, query.where), query.orderBy)
        .slice(0, query.limit)
        .map((row) => structuredClone(row));
    },
    async count(whose, where) {
      return select(whose, where).length;
    },
    async countByScope({ behind = "", limit }, where) {
      const counter = countScopes(limit);
      for (const row of select({ type: "everyone" }, where)) {
        if (row.scope > behind) counter.add(row);
      }
      return counter.result();
    },
    async tally(whose, columns, begin, where) {
      const tally = begin();
      for (const row of select(whose, where)) tally.add(structuredClone(pickFields(row, columns)));
      return tally.result();
    },
    async append(given) {
      const received = receive(given);
      const taken = received.find((row) => rows.has(row.key));
      if (taken) {
        throw new StoreError(`${shape.name}: the key "${taken.key}" was used before.`, {
          operation: `append to ${shape.name}`,
        });
      }
      received.forEach(write);
    },
    async merge(given) {
      const refused: string[] = [];
      for (const row of receive(given)) {
        const revision = rows.get(row.key)?.revision ?? 0;
        const continued = predecessorKey(row);
        const hasPlace = continued === undefined || rows.has(continued);
        if (row.revision === revision + 1 && hasPlace) write(row);
        else if (!isKnown(row)) refused.push(row.key);
      }
      return { refused };
    },
    async insert(given) {
      const refused: string[] = [];
      for (const row of receive(given)) {
        if (!rows.has(row.key)) write(row);
        else if (!isKnown(row)) refused.push(row.key);
      }
      return { refused };
    },
  };
}

/** Removes rows, and what is known of their former writes. */
export function removeRows<ROW>({ rows, writes }: TableData<ROW>, keys: readonly string[]): void {
  for (const key of keys) {
    rows.delete(key);
    writes.delete(key);
  }
}

/** Rows without a value come last, rows of the same value by their keys. */
function inOrder<ROW extends StoredRow>(rows: ROW[], orderBy: Query<ROW>["orderBy"]): ROW[] {
  if (orderBy === undefined) return rows;
  const sign = orderBy.descending === true ? -1 : 1;
  const value = (row: ROW) => row[orderBy.column] as Operand | undefined;
  return rows.toSorted((a, b) => {
    const [left, right] = [value(a), value(b)];
    const byKey = compareValues(a.key, b.key);
    if (left === undefined || right === undefined) {
      return Number(left === undefined) - Number(right === undefined) || byKey;
    }
    return sign * compareValues(left, right) || byKey;
  });
}
