import { BenchError } from "../bench-error.ts";

/** Something that a bench has to show, and what it showed. */
export interface Goal {
  /** What should hold, with its bound. */
  name: string;
  /** The figure, as it is printed. */
  measured: string;
  holds: boolean;
}

/** One line per goal. */
export function renderGoals(goals: readonly Goal[]): string {
  return goals
    .map(({ name, measured, holds }) => `${holds ? "holds " : "MISSED"}  ${name}: ${measured}`)
    .join("\n");
}

/** @throws {BenchError} when a goal is missed, so that the process fails. */
export function assertGoals(goals: readonly Goal[]): void {
  const missed = goals.filter(({ holds }) => !holds);
  if (missed.length > 0) throw new BenchError(`${missed.length} of ${goals.length} goals missed.`);
}
