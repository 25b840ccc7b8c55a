import type { Goal } from "../../report/goals.ts";
import type { Measured } from "../measured.ts";
import { planTasks } from "../plan.ts";

/** A task of the full plan with figures as its bench would have left them. */
export function measuredTask(
  id: string,
  { goals = [], figures = {} }: { goals?: Goal[]; figures?: object } = {},
): Measured {
  return {
    ...unmeasuredTask(id),
    result: {
      finishedAt: "2026-01-02T03:04:05.678Z",
      node: "v24.0.0",
      machine: {
        platform: "linux x64",
        cpu: "Made-up CPU",
        cores: 2,
        memoryBytes: 8e9,
        loadAverage: [0.5, 1, 1.5],
      },
      goals,
      tables: `| table of ${id} |\n| --- |`,
      figures,
    },
  };
}

/** A task that did not come to its end. */
export function unmeasuredTask(id: string): Measured {
  const task = planTasks("full").find((one) => one.id === id);
  if (task === undefined) throw new Error(`There is no task ${id}.`);
  return { task, result: undefined };
}
