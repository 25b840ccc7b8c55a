import type { Condition } from "../ports/condition.ts";
import type { MemoryStore, Table } from "../ports/memory-store.ts";
import type { StoredRow } from "../ports/stored-rows.ts";
import { TABLE_NAMES } from "../ports/tables.ts";
import { fromScopeColumns, ownerScope, type Scope, scopeKey } from "../scope.ts";
import type { OwnedRows } from "./select-erasure.ts";

/** Rows that are read at once. */
const PAGE = 1_000;

/** Everything that is under a scope, in every table. */
export async function readOwned(store: MemoryStore, owner: Scope): Promise<OwnedRows> {
  return {
    versions: await collect(walkRows(store.memories, owner)),
    episodes: await collect(walkRows(store.episodes, owner)),
    sessions: await collect(walkRows(store.sessions, owner)),
    decisions: await collect(walkRows(store.decisions, owner)),
  };
}

/** Who has something under a scope: its user, or everybody who has used an agent or a session. */
export async function findOwners(store: MemoryStore, scope: Scope): Promise<Scope[]> {
  if (scope.userId !== undefined) return [ownerScope(scope)];
  const owners = new Map<string, Scope>();
  for (const name of TABLE_NAMES) {
    for await (const row of walkRows(store[name] as Table<StoredRow>, scope)) {
      const owner = ownerScope(fromScopeColumns(row));
      owners.set(scopeKey(owner), owner);
    }
  }
  return [...owners.values()];
}

/** The rows under a scope, one after another in the order of their keys. */
async function* walkRows<ROW extends StoredRow>(
  table: Table<ROW>,
  scope: Scope,
): AsyncGenerator<ROW> {
  for (let behind: string | undefined; ;) {
    const rows: ROW[] = await table.find(
      { type: "subtree", scope },
      {
        where: behind === undefined ? undefined : isBehind<ROW>(behind),
        orderBy: { column: "key" as Exclude<keyof ROW & string, "vector"> },
        limit: PAGE,
      },
    );
    yield* rows;
    if (rows.length < PAGE) return;
    behind = rows.at(-1)?.key;
  }
}

async function collect<ROW>(rows: AsyncIterable<ROW>): Promise<ROW[]> {
  const collected: ROW[] = [];
  for await (const row of rows) collected.push(row);
  return collected;
}

function isBehind<ROW extends StoredRow>(key: string): Condition<ROW> {
  return { column: "key", isAbove: key } as Condition<ROW>;
}
