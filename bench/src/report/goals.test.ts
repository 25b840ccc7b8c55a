import { expect, it } from "vitest";
import { BenchError } from "../bench-error.ts";
import { assertGoals, renderGoals } from "./goals.ts";

const KEPT = { name: "fast", measured: "3 ms", holds: true };
const MISSED = { name: "small", measured: "9 GB", holds: false };

it("tells of each goal whether it holds", () => {
  expect(renderGoals([KEPT, MISSED])).toBe("holds   fast: 3 ms\nMISSED  small: 9 GB");
});

it("fails when one is missed", () => {
  expect(() => assertGoals([KEPT, MISSED])).toThrow(new BenchError("1 of 2 goals missed."));
  expect(() => assertGoals([KEPT])).not.toThrow();
});
