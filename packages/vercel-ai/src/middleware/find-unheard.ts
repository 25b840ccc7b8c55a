import type { Attempt } from "./attempt.ts";
import type { Line } from "./messages.ts";
import { turnKey } from "./turn-key.ts";
import type { Turns } from "./turns.ts";

/**
 * What the user said that was not kept: in this turn, and in the turns right before it that were cut off,
 * failed or were begun anew before they were answered. The history tells, in every process; what this
 * process saw tells more, such as that what looks like an answer is the beginning of one that broke off.
 */
export async function findUnheard(
  { scope, conversation: { lines, lastUser } }: Attempt,
  turns: Turns,
): Promise<Line[]> {
  const unheard: Line[] = [];
  let next = lines.length;
  for (let index = lastUser; index >= 0; index--) {
    const line = lines[index];
    if (line?.role !== "user") continue;
    if (index < lastUser) {
      const before = turns.find(await turnKey(scope, { lines, lastUser: index }));
      const isAnswered =
        lines.slice(index, next).some(({ isAnswer }) => isAnswer) && before?.state !== "failed";
      const isDone = before?.state === "stopped" || (before && before.words !== "unheard");
      if (isAnswered || isDone) break;
      if (before) before.words = "kept";
    }
    unheard.unshift(line);
    next = index;
  }
  return unheard;
}
