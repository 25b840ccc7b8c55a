import type { Condition } from "../../ports/condition.ts";
import type { VersionRow } from "../../ports/stored-rows.ts";
import { answersFor, type Answering, type ReadingTime } from "../../reading.ts";
import type { TimedQuestion } from "./place-anchor.ts";
import type { TimeSpan } from "./time-span.ts";

/**
 * The versions that may answer a question: what is true now, and with it what was superseded where
 * the question is about the past; of a stretch that it names only what was true then. A reading time
 * that the caller gives is exact and knows nothing of the question.
 */
export function answersInTime(
  { about, spans }: TimedQuestion,
  readingTime: ReadingTime,
  now: Date,
): Answering {
  const current = answersFor(readingTime, now);
  if (about === "now" || readingTime.asOf || readingTime.knownAt) return current;
  const wasTrue: Condition<VersionRow>[] = [{ column: "status", equals: "superseded" }];
  if (about === "then" && spans.length > 0) wasTrue.push({ any: spans.map(wasTrueIn) });
  return {
    where: { any: [current.where, { all: wasTrue }] },
    isUnexpired: (row) => current.isUnexpired(row) && wasEverTrue(row),
    // Every wording of a memory answers, and each once, whatever became of it since.
    standsFor: ({ memoryId, hash }) => `${memoryId} ${hash}`,
  };
}

function wasTrueIn({ from, to }: TimeSpan): Condition<VersionRow> {
  const conditions: Condition<VersionRow>[] = [];
  if (from) conditions.push({ column: "validTo", isAbove: from });
  if (to) conditions.push({ column: "validFrom", isBelow: to });
  return { all: conditions };
}

/** A version that was only amended in its metadata gave way to the next in the moment it began. */
function wasEverTrue({ validFrom, validTo }: VersionRow): boolean {
  return validTo === undefined || validTo > validFrom;
}
