import type { Ruling } from "../add/ruling.ts";
import type { Engine } from "../engine.ts";
import { InvalidInputError, MemoryNotFoundError } from "../errors.ts";
import { assertOwned, readId } from "../look-up/find-version.ts";
import type { MemoryStore } from "../ports/memory-store.ts";
import type { VersionRow } from "../ports/stored-rows.ts";
import { parseScope, type Scope } from "../scope.ts";
import { readLineages, revive } from "./revive.ts";
import { changeByHand, type EditResult } from "./write-by-hand.ts";

/**
 * Takes back one decision, or all of a report, as new decisions and in one commit.
 *
 * @throws {MemoryNotFoundError} when the scope knows no decision or report of that id.
 * @throws {InvalidInputError} when a later decision stands on it: that one must be undone first.
 */
export async function undo(
  engine: Engine,
  id: string,
  options: Scope & { signal?: AbortSignal | undefined },
): Promise<EditResult> {
  const scope = parseScope(options);
  return changeByHand(
    engine,
    scope,
    async (store, settled) => {
      const versions = await findVersionsOf(store, readId(id), scope);
      versions.forEach((row) => assertOwned(row, scope));
      const undone = new Set(versions.map(({ key }) => key));
      const lineages = new Set(versions.map(({ lineage }) => lineage));
      const open = [...lineages].filter((lineage) => !settled.has(lineage));
      const whole = await readLineages(store, open);
      return whole.map((lineage) => takeBack(lineage, undone));
    },
    options.signal,
  );

  function takeBack(lineage: readonly VersionRow[], undone: ReadonlySet<string>): Ruling {
    const first = lineage.findIndex(({ key }) => undone.has(key));
    const later = lineage.slice(first).find(({ key }) => !undone.has(key));
    if (later) {
      throw new InvalidInputError(
        `The decision "${later.decisionId}" (${later.operation}, ${later.reason}) came after it. Undo that one first.`,
        { parameter: "id", value: id },
      );
    }
    return revive(engine, lineage, lineage[first - 1], `undo of ${id}`);
  }
}

/** The versions that a decision, or a report, has made. None for a NOOP or a refusal. */
async function findVersionsOf(store: MemoryStore, id: string, scope: Scope): Promise<VersionRow[]> {
  const where = {
    any: [
      { column: "decisionId", equals: id },
      { column: "reportId", equals: id },
    ],
  } as const;
  // A report of the user's may have placed facts in a session of theirs, which the user does not see.
  const [seen, below] = await Promise.all([
    store.memories.find({ type: "visible", scope }, { where }),
    store.memories.find({ type: "subtree", scope }, { where }),
  ]);
  const versions = [...new Map([...seen, ...below].map((row) => [row.key, row])).values()];
  if (versions.length === 0 && !(await isLogged(store, id, scope)))
    throw new MemoryNotFoundError(id);
  return versions;
}

async function isLogged(store: MemoryStore, id: string, scope: Scope): Promise<boolean> {
  const where = {
    any: [
      { column: "key", equals: id },
      { column: "reportId", equals: id },
    ],
  } as const;
  const counts = await Promise.all([
    store.decisions.count({ type: "visible", scope }, where),
    store.decisions.count({ type: "subtree", scope }, where),
  ]);
  return counts.some((count) => count > 0);
}
