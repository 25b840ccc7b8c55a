import type { Condition } from "../ports/condition.ts";
import type { MemoryStore, Table } from "../ports/memory-store.ts";
import type { StoredRow } from "../ports/stored-rows.ts";
import { TABLE_NAMES } from "../ports/tables.ts";
import { fromScopeKey, ownerScope, type Scope, scopeKey, toScopeColumns } from "../scope.ts";
import type { OwnedRows } from "./select-erasure.ts";

/** Rows, or scopes, that are read at once. */
const PAGE = 1_000;

/** Everything that is under a scope, in every table. */
export async function readOwned(store: MemoryStore, owner: Scope): Promise<OwnedRows> {
  return {
    versions: await readAll(store.memories, owner),
    episodes: await readAll(store.episodes, owner),
    sessions: await readAll(store.sessions, owner),
    decisions: await readAll(store.decisions, owner),
  };
}

/**
 * Who has something under a scope: its user, or everybody who has used an agent or a session. Of the
 * rows only the scopes are read: those of an agent may be many, and whole exchanges.
 */
export async function findOwners(store: MemoryStore, scope: Scope): Promise<Scope[]> {
  if (scope.userId !== undefined) return [ownerScope(scope)];
  const owners = new Map<string, Scope>();
  for (const name of TABLE_NAMES) {
    for await (const one of walkScopes(store[name] as Table<StoredRow>, scope)) {
      const owner = ownerScope(one);
      owners.set(scopeKey(owner), owner);
    }
  }
  return [...owners.values()];
}

/** The scopes under one that have rows, in the order of their keys. */
async function* walkScopes(table: Table<StoredRow>, scope: Scope): AsyncGenerator<Scope> {
  const { scope: _, ...ids } = toScopeColumns(scope);
  const isUnder = {
    all: Object.entries(ids).map(([column, id]) => ({ column, equals: id })),
  } as Condition<StoredRow>;
  for (let behind: string | undefined; ;) {
    const counts = await table.countByScope({ behind, limit: PAGE }, isUnder);
    yield* counts.map((one) => fromScopeKey(one.scope));
    if (counts.length < PAGE) return;
    behind = counts.at(-1)?.scope;
  }
}

/** The rows under a scope, in the order of their keys. */
async function readAll<ROW extends StoredRow>(table: Table<ROW>, scope: Scope): Promise<ROW[]> {
  const all: ROW[] = [];
  for (let behind: string | undefined; ;) {
    const rows: ROW[] = await table.find(
      { type: "subtree", scope },
      {
        where: behind === undefined ? undefined : isBehind<ROW>(behind),
        orderBy: { column: "key" as Exclude<keyof ROW & string, "vector"> },
        limit: PAGE,
      },
    );
    all.push(...rows);
    if (rows.length < PAGE) return all;
    behind = rows.at(-1)?.key;
  }
}

function isBehind<ROW extends StoredRow>(key: string): Condition<ROW> {
  return { column: "key", isAbove: key } as Condition<ROW>;
}
