import type { DecisionRow, VersionRow } from "../ports/stored-rows.ts";

/** What one exchange, or a person, gave to a memory. */
export interface Part {
  /** In the words of the fact, before any merge. */
  readonly text: string;
  /** Absent when a person wrote it and named no exchange. */
  readonly episodeId?: string | undefined;
  /** The version that it came in with. */
  readonly row: VersionRow;
}

/**
 * What each version of a lineage is made of, by its key, the oldest part first: a merge has the parts
 * of the version before it and one of its own, a successor only its own. The words are those of
 * the decisions that made the versions. What a person put in other words has no parts any more.
 */
export function traceParts(
  lineage: readonly VersionRow[],
  decisions: readonly DecisionRow[],
): ReadonlyMap<string, readonly Part[]> {
  const parts = new Map<string, readonly Part[]>();
  for (const [place, row] of lineage.entries()) {
    const before = lineage.slice(0, place);
    parts.set(row.key, partsOf(row, before));
  }
  return parts;

  function partsOf(row: VersionRow, before: readonly VersionRow[]): readonly Part[] {
    const given = decisions.filter((decision) => isAbout(decision, row)).flatMap(toPart);
    const same = before.findLast(({ hash, memoryId }) => {
      return hash === row.hash && memoryId === row.memoryId;
    });
    if (row.actor === "person" || row.status === "retracted") {
      if (given.length > 0) return given;
      if (same !== undefined) return parts.get(same.key) ?? [];
      return before.length === 0 ? [{ text: row.text, episodeId: row.episodeIds[0], row }] : [];
    }
    const [last] = before.slice(-1);
    const isMerge = row.operation === "UPDATE" && last?.memoryId === row.memoryId;
    return [...(isMerge ? (parts.get(last.key) ?? []) : []), ...given];

    function toPart({ fact, episodeId }: DecisionRow): Part[] {
      return fact === undefined ? [] : [{ text: fact, episodeId, row }];
    }
  }
}

/** Whether a decision made a version, or stands for a part that was in it when a person had it rebuilt. */
function isAbout({ key, reportId, target }: DecisionRow, row: VersionRow): boolean {
  if (key === row.decisionId) return true;
  return row.actor === "person" && reportId === row.reportId && target === row.memoryId;
}
