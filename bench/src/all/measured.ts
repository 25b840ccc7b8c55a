import type { Task } from "./plan.ts";
import type { Result } from "./read-result.ts";

/** A task, and what its last run left; absent when it did not come to its end. */
export interface Measured {
  readonly task: Task;
  readonly result: Result | undefined;
}

/** How to run a task by itself. */
export function toCommand({ args }: Task): string {
  return `pnpm bench ${args.join(" ")}`;
}
