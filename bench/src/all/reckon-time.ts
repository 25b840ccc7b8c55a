import { formatNumber } from "../report/format-number.ts";
import type { Task } from "./plan.ts";

/**
 * Which task is next and what is left, as a line: `3/13 scale …, some 20 minutes left`. What is left is
 * what the plan says, stretched by how much longer the tasks so far took than it said.
 */
export function describeNext(
  tasks: readonly Task[],
  { at, elapsedMinutes }: { at: number; elapsedMinutes: number },
): string {
  const planned = sumMinutes(tasks.slice(0, at));
  const stretch = planned === 0 ? 1 : elapsedMinutes / planned;
  const left = Math.ceil(stretch * sumMinutes(tasks.slice(at)));
  const command = tasks[at]?.args.join(" ") ?? "";
  return `${at + 1}/${tasks.length}  ${command}  |  ${formatNumber(elapsedMinutes)} minutes so far, some ${left} left`;
}

function sumMinutes(tasks: readonly Task[]): number {
  return tasks.reduce((sum, { minutes }) => sum + minutes, 0);
}
