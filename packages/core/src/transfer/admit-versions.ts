import type { MemoryStore } from "../ports/memory-store.ts";
import type { VersionRow } from "../ports/stored-rows.ts";
import { fromScopeColumns, ownerKey } from "../scope.ts";
import { lineError } from "./line-error.ts";

/** A version to be imported, and where it stands in the source. */
export interface VersionLine {
  readonly line: number;
  readonly row: VersionRow;
}

/** What is known of a lineage: whose it is, of which memory each slot is, and whether its last one is its head. */
interface KnownLineage {
  readonly owner: string;
  readonly slots: Map<number, string>;
  last: Pick<VersionRow, "slot" | "supersededAt">;
}

/**
 * Those versions that have a place in the store, in their order. One that is there already has none,
 * nor has one that would continue a lineage that went on otherwise here.
 *
 * Two stores that learned the same fact each have a lineage of that name, of memories of their own:
 * one that meets such a namesake is called after its memory. `renamed` has those that were, by the
 * names that they came with, for the lines that follow.
 *
 * @throws {InvalidInputError} when a version claims a lineage of another owner, or to be a second head.
 */
export async function admitVersions(
  store: MemoryStore,
  lines: readonly VersionLine[],
  renamed: Map<string, string>,
): Promise<VersionLine[]> {
  const names = lines.flatMap(({ row }) => [row.lineage, row.memoryId, renamed.get(row.lineage)]);
  const wanted = [...new Set(names.filter((name) => name !== undefined))];
  const stored = await store.memories.find(
    // Whoever has the lineage: it must not be somebody else.
    { type: "everyone" },
    { where: { column: "lineage", isOneOf: wanted } },
  );
  const lineages = new Map<string, KnownLineage>();
  stored.forEach(note);
  return lines.flatMap(({ line, row: given }) => {
    const row = rename(given);
    const known = lineages.get(row.lineage);
    if (known && known.owner !== ownerOf(row)) {
      throw lineError(line, "continues a memory of somebody else");
    }
    if (known?.slots.has(row.slot)) return [];
    if (known && row.slot > known.last.slot && known.last.supersededAt === undefined) return [];
    if (known && row.slot < known.last.slot && row.supersededAt === undefined) {
      throw lineError(line, "has a successor, and is not superseded");
    }
    note(row);
    return { line, row };
  });

  function rename(row: VersionRow): VersionRow {
    const known = lineages.get(row.lineage);
    const other = known?.slots.get(row.slot) ?? row.memoryId;
    if (known?.owner === ownerOf(row) && other !== row.memoryId && !renamed.has(row.lineage)) {
      renamed.set(row.lineage, row.memoryId);
    }
    const lineage = renamed.get(row.lineage) ?? row.lineage;
    return { ...row, lineage, key: `${lineage}@${row.slot}` };
  }

  function note(row: VersionRow): void {
    const known = lineages.get(row.lineage) ?? {
      owner: ownerOf(row),
      slots: new Map(),
      last: row,
    };
    known.slots.set(row.slot, row.memoryId);
    if (row.slot > known.last.slot) known.last = row;
    lineages.set(row.lineage, known);
  }
}

function ownerOf(row: VersionRow): string {
  return ownerKey(fromScopeColumns(row));
}
