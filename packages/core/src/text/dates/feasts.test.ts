import { expect, test } from "vitest";
import { FEASTS } from "./feasts.ts";
import { toDay } from "../../to-day.ts";

test.each([
  [2000, "2000-04-23"],
  [2008, "2008-03-23"],
  [2024, "2024-03-31"],
  [2025, "2025-04-20"],
  [2038, "2038-04-25"],
])("Easter Sunday of %i is %s", (year, day) => {
  expect(toDay(FEASTS.easterSunday.startIn(year))).toBe(day);
});

test.each([
  [2023, "2023-11-23"],
  [2024, "2024-11-28"],
])("Thanksgiving of %i is %s", (year, day) => {
  expect(toDay(FEASTS.thanksgiving.startIn(year))).toBe(day);
});
