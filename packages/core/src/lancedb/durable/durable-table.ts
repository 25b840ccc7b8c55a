import { ClosedError } from "../../errors.ts";
import type { DurableTable, KeyedRow, TableDefinition } from "../../ports/durable-table.ts";
import type { RowCondition } from "../../rows/row-condition.ts";
import type { LanceDBStoreOptions } from "../lancedb-store.ts";
import { compileFilter, toLiteral } from "../reads/compile-filter.ts";
import { resolveUri } from "../resolve-uri.ts";
import { findColumn } from "../schema/columns.ts";
import { retryCommit } from "../writes/retry-commit.ts";
import { durableReads, type DurableReads } from "./durable-reads.ts";
import { openDurableTable, type OpenTable } from "./open-durable-table.ts";
import { prepareChange } from "./prepare-change.ts";

/** Where a table is, and how careful it is: as of the store of the memories. */
export type DurableTableOptions = LanceDBStoreOptions;

/** What a call works with. */
interface Session<ROW> extends OpenTable {
  readonly reads: DurableReads<ROW>;
}

/**
 * A table of an adapter's own on LanceDB, opened by its first call.
 *
 * @throws {InvalidInputError} for a uri that names no place.
 */
export function durableTable<ROW extends KeyedRow>(
  options: DurableTableOptions,
  definition: TableDefinition<ROW>,
): DurableTable<ROW> {
  const { name } = definition;
  resolveUri(options.uri);
  let session: Promise<Session<ROW>> | undefined;
  let closing: Promise<void> | undefined;

  async function letGo(): Promise<void> {
    // One that could not be opened holds nothing.
    const opened = await session?.catch(() => undefined);
    await opened?.close();
  }

  async function open(isSetUp: boolean): Promise<Session<ROW>> {
    if (closing) throw new ClosedError(`The table "${name}" was closed. Open another one.`);
    session ??= openDurableTable(options, definition, { isSetUp })
      .then((table) => ({ ...table, reads: durableReads<ROW>(table.access.handle) }))
      .catch((error: unknown) => {
        session = undefined;
        throw error;
      });
    return session;
  }

  async function call<RESULT>(
    verb: string,
    work: (session: Session<ROW>) => Promise<RESULT>,
  ): Promise<RESULT> {
    const opened = await open(false);
    return opened.access.call(verb, () => work(opened));
  }

  return {
    append: (rows) =>
      call("append to", async ({ access }) => {
        if (rows.length === 0) return;
        await access.write(prepareChange("append", rows, access.handle.shape));
      }),

    upsert: (rows) =>
      call("write to", async ({ access }) => {
        if (rows.length === 0) return;
        await access.write(prepareChange("upsert", rows, access.handle.shape));
      }),

    update: (where, values) =>
      call("update", async ({ access }) => {
        const { table, columns } = access.handle;
        const settings = Object.entries(values).map(([property, value]) => {
          const column = findColumn(columns, property);
          return [column.name, value === undefined ? "NULL" : toLiteral(value, column)] as const;
        });
        const filter = compileFilter(where as RowCondition, columns);
        const valuesSql = Object.fromEntries(settings);
        if (settings.length === 0) return;
        await access.alter(() => retryCommit(() => table.update({ where: filter, valuesSql })));
      }),

    remove: (where) =>
      call("remove from", async ({ access }) => {
        const { table, columns } = access.handle;
        const filter = compileFilter(where as RowCondition, columns);
        await access.alter(() => retryCommit(() => table.delete(filter)));
      }),

    find: (query) => call("read", async ({ reads }) => (await reads.find(query)) as never),

    findNearest: (vector, query) =>
      call("search", async ({ reads }) => (await reads.findNearest(vector, query)) as never),

    count: (where) => call("count", ({ reads }) => reads.count(where)),

    async setup() {
      await open(true);
    },

    async maintain() {
      // Not a call: it waits for those that are under way.
      const { place, access, gate } = await open(false);
      return gate.pass(() => place.turns.run(`maintain ${name}`, () => access.maintain()));
    },

    describe: () =>
      call("describe", async ({ place, access, reads }) => ({
        ...(await access.describe()),
        uri: place.uri,
        rows: await reads.count(undefined),
      })),

    async close() {
      closing ??= letGo();
      return closing;
    },
  };
}
