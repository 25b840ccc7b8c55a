import type { VersionRow } from "../../ports/stored-rows.ts";
import type { Anchor } from "./read-anchor.ts";
import type { TimeQuestion } from "./read-time-question.ts";
import type { TimedQuestion } from "./rank-in-time.ts";
import type { TimeSpan } from "./time-span.ts";
import { timesOf } from "./times-of.ts";

const DAY_MS = 86_400_000;

/** The question with the stretch of time that its anchor means, by the memory that tells of the event. */
export function resolveAnchor(
  question: TimeQuestion,
  event: VersionRow | undefined,
): TimedQuestion {
  const { anchor, spans } = question;
  if (!anchor || !event) return question;
  return { ...question, spans: [...spans, spanOf(anchor, event)], anchorKey: event.key };
}

/** What did not last is a day: "when I got married". */
function spanOf({ relation, isLasting }: Anchor, event: VersionRow): TimeSpan {
  const from = timesOf(event).beginning;
  const next = new Date(from.getTime() + DAY_MS);
  switch (relation) {
    case "before":
      return { to: from };
    case "after":
      return { from: (isLasting ? event.validTo : undefined) ?? new Date(from.getTime() + 1) };
    case "during":
      return { from, to: isLasting ? event.validTo : next };
    default:
      return relation satisfies never;
  }
}
