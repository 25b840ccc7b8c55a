import type { EpisodeRow, VersionRow } from "@palimpsest/core";

/** What a caller was told of a note: its exchange is kept, or a `put` stored it or did not. */
export type Told = { readonly note: string; readonly userId: string } & (
  | { readonly episodeId: string }
  | { readonly isStored: boolean }
);

/**
 * What is not as callers were told, a sentence each: an exchange that is gone, one that waits without
 * a reason, a note that is there once too often or not at all.
 */
export function findUntrue(
  told: readonly Told[],
  { versions, episodes }: { versions: readonly VersionRow[]; episodes: readonly EpisodeRow[] },
): string[] {
  const byKey = new Map(episodes.map((row) => [row.key, row]));
  const stored = Map.groupBy(versions, ({ text }) => text);
  return told.flatMap((one) => {
    const count = stored.get(one.note)?.length ?? 0;
    if ("isStored" in one) return countOf(one.note, count, one.isStored ? 1 : 0);
    const episode = byKey.get(one.episodeId);
    if (episode === undefined) return [`The exchange of ${one.note} is gone.`];
    if (episode.status === "processed") return countOf(one.note, count, 1);
    const reasons = episode.errorMessage
      ? []
      : [`${one.note} is ${episode.status}, and nothing says why.`];
    return [...reasons, ...countOf(one.note, count, 0)];
  });
}

function countOf(note: string, count: number, expected: number): string[] {
  return count === expected ? [] : [`${note} is stored ${count} times, not ${expected}.`];
}
