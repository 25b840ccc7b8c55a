import { expect, it } from "vitest";
import { toTiming } from "./timing.ts";

it("tells what half and what 95 % of the calls did not exceed", () => {
  const milliseconds = Array.from({ length: 100 }, (_, at) => 100 - at);
  expect(toTiming(milliseconds)).toEqual({ p50Ms: 50, p95Ms: 95 });
});
