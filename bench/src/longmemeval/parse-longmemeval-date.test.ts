import { expect, it } from "vitest";
import { parseLongmemevalDate } from "./parse-longmemeval-date.ts";

it("reads dates with and without the day of the week, as UTC", () => {
  const dates = ["2023/05/20 (Sat) 02:21", "2023/12/01 23:59"].map(parseLongmemevalDate);
  expect(dates).toEqual([new Date("2023-05-20T02:21Z"), new Date("2023-12-01T23:59Z")]);
});

it.each(["", "2023-05-20 02:21", "2023/02/31 (Fri) 02:21", "2023/05/20 (Sat) 25:00"])(
  "refuses %j",
  (text) => {
    expect(() => parseLongmemevalDate(text)).toThrow(RangeError);
  },
);
