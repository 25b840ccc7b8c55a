import { expect, test, vi } from "vitest";
import { readIsoTime } from "./read-iso-time.ts";

test.each([
  ["2026-03-02T10:00:00.123Z", "2026-03-02T10:00:00.123Z"],
  ["2026-03-02T10:00:00.123456-07:00", "2026-03-02T17:00:00.123Z"],
  ["2026-03-02 10:00:00+0530", "2026-03-02T04:30:00.000Z"],
  ["2026-03-02T10:00:00+02", "2026-03-02T08:00:00.000Z"],
  ["2026-03-02T10:00", "2026-03-02T10:00:00.000Z"],
  [" 2026-03-02 ", "2026-03-02T00:00:00.000Z"],
  ["2026-03", "2026-03-01T00:00:00.000Z"],
  ["2026", "2026-01-01T00:00:00.000Z"],
  ["+275760-09-13T00:00:00.000Z", "+275760-09-13T00:00:00.000Z"],
])("%j is %s, in whatever zone the machine is", (text, expected) => {
  vi.stubEnv("TZ", "Asia/Tokyo");
  expect(readIsoTime(text)?.toISOString()).toBe(expected);
  vi.unstubAllEnvs();
});

test.each(["", "5", "unknown 1", "March 5, 2026", "next Tuesday", "2026-13-01", "20260302"])(
  "%j is no time",
  (text) => {
    expect(readIsoTime(text)).toBeUndefined();
  },
);
