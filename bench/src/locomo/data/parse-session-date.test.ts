import { describe, expect, it } from "vitest";
import { parseSessionDate } from "./parse-session-date.ts";

describe("parseSessionDate", () => {
  it.each([
    ["1:56 pm on 8 May, 2023", "2023-05-08T13:56:00.000Z"],
    ["11:01 am on 17 December, 2022", "2022-12-17T11:01:00.000Z"],
    ["12:09 am on 13 September, 2023", "2023-09-13T00:09:00.000Z"],
    ["12:30 pm on 1 January, 2024", "2024-01-01T12:30:00.000Z"],
    ["9:00 am on 29 February, 2024", "2024-02-29T09:00:00.000Z"],
  ])("reads %s as UTC", (text, iso) => {
    expect(parseSessionDate(text).toISOString()).toBe(iso);
  });

  it.each([
    "2023-05-08",
    "1:56 on 8 May, 2023",
    "1:56 pm on 8 Mai, 2023",
    "1:56 pm on 30 February, 2023",
    "13:56 pm on 8 May, 2023",
    "0:10 am on 8 May, 2023",
    "1:60 pm on 8 May, 2023",
    "",
  ])("refuses %j", (text) => {
    expect(() => parseSessionDate(text)).toThrow(RangeError);
  });
});
