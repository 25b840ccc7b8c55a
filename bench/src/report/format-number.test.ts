import { expect, it } from "vitest";
import { formatNumber } from "./format-number.ts";

it("sets thousands apart and keeps the wanted decimals", () => {
  expect(formatNumber(1_234_567.4)).toBe("1,234,567");
  expect(formatNumber(97.96, 1)).toBe("98.0");
});

it("shows a dash for what was not measured", () => {
  expect(formatNumber(Number.NaN, 1)).toBe("–");
});
