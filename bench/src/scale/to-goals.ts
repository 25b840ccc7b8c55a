import { formatNumber } from "../report/format-number.ts";
import type { Goal } from "../report/goals.ts";
import type { SizeFigures } from "./measure-size.ts";

const MOST_SEARCH_MS = 15;
const MOST_SEARCH_GROWTH = 2;
const LEAST_RECALL = 0.98;
const MOST_ADD_MS = 60;
/** The goal for `add` is about stores of this size. */
const ADD_GOAL_SIZE = 100_000;

/** What stores of these sizes, ascending, have to show; what needs sizes that are missing is left out. */
export function toGoals(sizes: readonly SizeFigures[]): Goal[] {
  const [smallest, largest] = [sizes[0], sizes.at(-1)];
  if (smallest === undefined || largest === undefined) return [];
  const goals: Goal[] = [];
  const searchMs = largest.measured.search.p95Ms;
  goals.push({
    name: `search p95 at ${name(largest)} under ${MOST_SEARCH_MS} ms`,
    measured: `${formatNumber(searchMs, 1)} ms`,
    holds: searchMs < MOST_SEARCH_MS,
  });
  if (smallest !== largest) {
    const growth = searchMs / smallest.measured.search.p95Ms;
    goals.push({
      name: `search p95 at ${name(largest)} at most ${MOST_SEARCH_GROWTH} times that at ${name(smallest)}`,
      measured: `${formatNumber(growth, 2)} times`,
      holds: growth <= MOST_SEARCH_GROWTH,
    });
  }
  const recalls = sizes.flatMap(({ measured: { recall, largeScope } }) => [
    recall,
    ...(largeScope ? [largeScope.recall] : []),
  ]);
  const recall = Math.min(...recalls);
  goals.push({
    name: `recall at least ${LEAST_RECALL} in every scope`,
    measured: formatNumber(recall, 3),
    holds: recall >= LEAST_RECALL,
  });
  const forAdd = sizes.find(({ size }) => size === ADD_GOAL_SIZE);
  if (forAdd) {
    const { p95Ms } = forAdd.measured.add;
    goals.push({
      name: `add p95 at ${name(forAdd)} under ${MOST_ADD_MS} ms`,
      measured: `${formatNumber(p95Ms, 1)} ms`,
      holds: p95Ms < MOST_ADD_MS,
    });
  }
  return goals;
}

function name({ size }: SizeFigures): string {
  return formatNumber(size);
}
