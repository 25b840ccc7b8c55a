import type { Engine } from "../engine.ts";
import { MemoryNotFoundError } from "../errors.ts";
import type { MemoryVersion } from "../record.ts";
import { parseScope, type Scope } from "../scope.ts";
import { findLastVersion, readId } from "./find-version.ts";
import { toVersion } from "./to-record.ts";

/**
 * Every version of a memory, in the order in which the store learned of them: those of the memory
 * that it took the place of, those of the one that took its place, and what was told later of the
 * time before.
 */
export async function history(
  engine: Engine,
  id: string,
  options: Scope,
): Promise<{ results: MemoryVersion[] }> {
  const scope = parseScope(options);
  const store = await engine.store();
  const last = await findLastVersion(store, id, scope);
  if (last === undefined) throw new MemoryNotFoundError(readId(id));
  const whose = { type: "visible", scope } as const;
  const own = await store.memories.find(whose, {
    where: { column: "lineage", equals: last.lineage },
    orderBy: { column: "slot" },
  });
  const memoryIds = [...new Set(own.map(({ memoryId }) => memoryId))];
  const others = await store.memories.find(whose, {
    where: {
      all: [
        { column: "supersededBy", isOneOf: memoryIds },
        { column: "lineage", notEquals: last.lineage },
      ],
    },
  });
  const versions = [...others, ...own].toSorted(
    (a, b) => a.recordedAt.getTime() - b.recordedAt.getTime(),
  );
  return { results: versions.map(toVersion) };
}
