import { expect, it } from "vitest";
import type { Task } from "./plan.ts";
import { describeNext } from "./reckon-time.ts";

const task = (id: string, minutes: number): Task => ({ id, title: id, args: [id, "-n"], minutes });
const TASKS = [task("a", 2), task("b", 3), task("c", 4)];

it("goes by the plan at first, and then by how long the tasks took against it", () => {
  expect(describeNext(TASKS, { at: 0, elapsedMinutes: 0 })).toBe(
    "1/3  a -n  |  0 minutes so far, some 9 left",
  );
  expect(describeNext(TASKS, { at: 1, elapsedMinutes: 4 })).toBe(
    "2/3  b -n  |  4 minutes so far, some 14 left",
  );
});
