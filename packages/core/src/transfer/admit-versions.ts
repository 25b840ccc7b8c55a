import type { MemoryStore } from "../ports/memory-store.ts";
import type { VersionRow } from "../ports/stored-rows.ts";
import { fromScopeColumns, ownerKey } from "../scope.ts";
import { lineError } from "./line-error.ts";

/** A version to be imported, and where it stands in the source. */
export interface VersionLine {
  readonly line: number;
  readonly row: VersionRow;
}

/** What is known of a lineage: whose it is, which slots are taken, and whether its last one is its head. */
interface KnownLineage {
  readonly owner: string;
  readonly slots: Set<number>;
  last: Pick<VersionRow, "slot" | "supersededAt">;
}

/**
 * Those versions that have a place in the store, in their order. One that is there already has none,
 * nor has one that would continue a lineage that went on otherwise here.
 *
 * @throws {InvalidInputError} when a version claims a lineage of another owner, or to be a second head.
 */
export async function admitVersions(
  store: MemoryStore,
  lines: readonly VersionLine[],
): Promise<VersionLine[]> {
  const wanted = [...new Set(lines.map(({ row }) => row.lineage))];
  const stored = await store.memories.find(
    // Whoever has the lineage: it must not be somebody else.
    { type: "everyone" },
    { where: { column: "lineage", isOneOf: wanted } },
  );
  const lineages = new Map<string, KnownLineage>();
  stored.forEach(note);
  return lines.filter(({ line, row }) => {
    const known = lineages.get(row.lineage);
    if (known && known.owner !== ownerOf(row)) {
      throw lineError(line, "continues a memory of somebody else");
    }
    if (known?.slots.has(row.slot)) return false;
    if (known && row.slot > known.last.slot && known.last.supersededAt === undefined) return false;
    if (known && row.slot < known.last.slot && row.supersededAt === undefined) {
      throw lineError(line, "has a successor, and is not superseded");
    }
    note(row);
    return true;
  });

  function note(row: VersionRow): void {
    const known = lineages.get(row.lineage) ?? {
      owner: ownerOf(row),
      slots: new Set(),
      last: row,
    };
    known.slots.add(row.slot);
    if (row.slot > known.last.slot) known.last = row;
    lineages.set(row.lineage, known);
  }
}

function ownerOf(row: VersionRow): string {
  return ownerKey(fromScopeColumns(row));
}
