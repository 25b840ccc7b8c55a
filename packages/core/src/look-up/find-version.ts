import { InvalidInputError, MemoryNotFoundError } from "../errors.ts";
import type { MemoryStore } from "../ports/memory-store.ts";
import type { VersionRow } from "../ports/stored-rows.ts";
import type { MemoryStatus } from "../record.ts";
import { fromScopeColumns, type Scope } from "../scope.ts";

/** The last version of a memory that a scope sees; `undefined` when it sees none of that id. */
export async function findLastVersion(
  store: MemoryStore,
  id: unknown,
  scope: Scope,
): Promise<VersionRow | undefined> {
  const [row] = await store.memories.find(
    { type: "visible", scope },
    {
      where: { column: "memoryId", equals: readId(id) },
      orderBy: { column: "version", descending: true },
      limit: 1,
    },
  );
  return row;
}

/**
 * The current version of a memory, to be changed by hand; or the one of `status`.
 *
 * @throws {MemoryNotFoundError} when the scope sees no memory of that id.
 * @throws {InvalidInputError} when it is no longer current, or not the scope's to change.
 */
export async function findChangeable(
  store: MemoryStore,
  id: unknown,
  scope: Scope,
  status?: MemoryStatus,
): Promise<VersionRow> {
  const row = await findLastVersion(store, id, scope);
  if (row === undefined) throw new MemoryNotFoundError(readId(id));
  if (row.status !== "current" && row.status !== status) {
    const successor = row.supersededBy ? ` by ${row.supersededBy}` : "";
    throw new InvalidInputError(
      `The memory "${row.memoryId}" is ${row.status}${successor}. restore() makes one of its versions current again.`,
      { parameter: "id", value: id },
    );
  }
  assertOwned(row, scope);
  return row;
}

/**
 * Refuses that a call for a user changes what all users of an agent share.
 *
 * @throws {InvalidInputError}
 */
export function assertOwned(row: VersionRow, scope: Scope): void {
  if (scope.userId === undefined || fromScopeColumns(row).userId === scope.userId) return;
  throw new InvalidInputError(
    `The memory "${row.memoryId}" is shared by all users of its agent. Change it without a userId.`,
    { parameter: "id", value: row.memoryId },
  );
}

/**
 * The id of a memory, decision, report or episode.
 *
 * @throws {InvalidInputError} when it is not a string, or empty.
 */
export function readId(id: unknown): string {
  if (typeof id !== "string" || id === "") {
    throw new InvalidInputError("id must be a non-empty string.", { parameter: "id", value: id });
  }
  return id;
}
