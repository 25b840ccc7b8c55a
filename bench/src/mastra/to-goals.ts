import { formatNumber } from "../report/format-number.ts";
import type { Goal } from "../report/goals.ts";
import type { SubjectFigures } from "../turns/measure-subjects.ts";

/** The goals are about stores of this size and larger ones: among a few messages all is quick. */
const LEAST_MESSAGES = 10_000;

const TIMES = [
  ["first token p50", ({ firstToken }: SubjectFigures) => firstToken.p50Ms],
  ["first token p95", ({ firstToken }: SubjectFigures) => firstToken.p95Ms],
  ["end of stream p50", ({ end }: SubjectFigures) => end.p50Ms],
  ["end of stream p95", ({ end }: SubjectFigures) => end.p95Ms],
] as const;

/**
 * What agents have to show, in the order of `MastraFigures`: long-term memory, of any size, adds less
 * to a turn than semantic recall does among so many messages. No goals when those are too few.
 */
export function toGoals(
  [plain, , recalling, ...longTerm]: readonly SubjectFigures[],
  messages: number,
): Goal[] {
  if (messages < LEAST_MESSAGES || plain === undefined || recalling === undefined) return [];
  return longTerm.flatMap((subject) =>
    TIMES.map(([time, of]) => {
      const added = of(subject) - of(plain);
      const most = of(recalling) - of(plain);
      return {
        name: `${subject.name}: adds less than semantic recall to the ${time}`,
        measured: `${formatNumber(added, 1)} ms against ${formatNumber(most, 1)} ms`,
        holds: added < most,
      };
    }),
  );
}
