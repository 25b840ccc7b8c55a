import type { Amendment } from "../ports/erasure.ts";
import type { VersionRow } from "../ports/stored-rows.ts";
import { withoutAbsent } from "../without-absent.ts";
import type { MentionTest } from "./find-mentions.ts";
import type { FindRepeats } from "./find-sources.ts";

/** What goes, as those that stay must know it. */
export interface Doomed {
  /** Keys of versions. */
  readonly versions: ReadonlySet<string>;
  /** Keys of exchanges. */
  readonly episodes: ReadonlySet<string>;
  readonly mentions: MentionTest;
  /** What taught a version as well, and stays. */
  readonly findRepeats: FindRepeats;
}

/**
 * What has to change in the versions that stay, so that it is as if those that go had never been.
 *
 * Where versions go from the middle of a lineage, the one before is closed by the one after them;
 * where the last go, it is open again, and true. What came from an exchange that goes keeps its own
 * words, and loses its quote, its reason and the reference; exchanges that repeated it take its place.
 */
export function amendSurvivors(
  versions: readonly VersionRow[],
  { versions: doomed, episodes, mentions, findRepeats }: Doomed,
): Amendment[] {
  const survivors = versions.filter(({ key }) => !doomed.has(key));
  const memoryIds = new Set(survivors.map(({ memoryId }) => memoryId));
  const lineages = Map.groupBy(versions, ({ lineage }) => lineage);
  return survivors.flatMap((row) => {
    const lineage = lineages.get(row.lineage) ?? [];
    const next = lineage.filter(({ slot }) => slot > row.slot).toSorted(bySlot)[0];
    const isCut = next !== undefined && doomed.has(next.key);
    const later = lineage.filter(({ key, slot }) => slot > row.slot && !doomed.has(key));
    const closing = isCut ? closedBy(row, later.toSorted(bySlot)[0]) : closedAsBefore(row);
    if (closing.supersededBy !== undefined && !memoryIds.has(closing.supersededBy)) {
      delete closing.supersededBy;
    }
    const rests = row.episodeIds.some((id) => episodes.has(id));
    const isSilenced = rests || mentions(row.quote) || mentions(row.reason);
    const isChanged = isCut || closing.supersededBy !== row.supersededBy;
    if (!isChanged && !isSilenced) return [];
    const left = row.episodeIds.filter((id) => !episodes.has(id));
    const episodeIds = rests ? [...new Set([...left, ...findRepeats(row)])] : left;
    return [{ key: row.key, ...closing, episodeIds, isSilenced }];
  });
}

type Closing = Pick<Amendment, "status" | "supersededBy" | "supersededAt" | "validTo">;

function closedAsBefore({ status, supersededBy, supersededAt, validTo }: VersionRow): Closing {
  return withoutAbsent({ status, supersededBy, supersededAt, validTo });
}

/** How a version is closed whose successor is now another one, or none. */
function closedBy(row: VersionRow, next: VersionRow | undefined): Closing {
  const { status, validFrom, validTo } = row;
  if (next === undefined) {
    if (status === "quarantined") return { status };
    return status === "retracted" ? withoutAbsent({ status, validTo }) : { status: "current" };
  }
  // A retraction is of the same time as what it takes back.
  const until = (next.status === "retracted" ? next.validTo : undefined) ?? next.validFrom;
  return withoutAbsent({
    status: status === "current" ? ("superseded" as const) : status,
    supersededBy: next.memoryId === row.memoryId ? undefined : next.memoryId,
    supersededAt: next.recordedAt,
    validTo: until < validFrom ? validFrom : until,
  });
}

function bySlot(a: VersionRow, b: VersionRow): number {
  return a.slot - b.slot;
}
