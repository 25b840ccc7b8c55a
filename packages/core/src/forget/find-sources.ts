import type { DecisionRow, VersionRow } from "../ports/stored-rows.ts";

/** The exchanges in which a version was found to be known already: they taught it as well. */
export type FindRepeats = (row: VersionRow) => readonly string[];

/** Looks repeats up, of the exchanges that stay when `doomed` go. */
export function createRepeatFinder(
  decisions: readonly DecisionRow[],
  doomed: ReadonlySet<string>,
): FindRepeats {
  const repeats = Map.groupBy(
    decisions.filter(({ operation }) => operation === "NOOP"),
    ({ target }) => target,
  );
  return (row) => {
    const found = (repeats.get(row.memoryId) ?? []).filter((decision) => isAbout(decision, row));
    const episodeIds = found.flatMap(({ episodeId }) => episodeId ?? []);
    return [...new Set(episodeIds)].filter((id) => !doomed.has(id));
  };
}

/** A test for versions that came from these exchanges, and from no other exchange or person. */
export function createSourceTest(
  doomed: ReadonlySet<string>,
  findRepeats: FindRepeats,
): (row: VersionRow) => boolean {
  return (row) =>
    row.episodeIds.length > 0 &&
    row.episodeIds.every((id) => doomed.has(id)) &&
    !isWrittenByHand(row) &&
    findRepeats(row).length === 0;
}

/** Whether the version was the one that stood there when the decision was taken. */
function isAbout({ decidedAt }: DecisionRow, { recordedAt, supersededAt }: VersionRow): boolean {
  return recordedAt <= decidedAt && (supersededAt === undefined || decidedAt <= supersededAt);
}

/** A retraction has no words of a person's, but those of the version before it. */
function isWrittenByHand({ actor, status }: VersionRow): boolean {
  return actor === "person" && status !== "retracted";
}
