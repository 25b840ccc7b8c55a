import type { Tally } from "@palimpsest/core";
import { expect, test } from "vitest";
import { countHeld } from "./count-held.ts";
import { countParts } from "./count-parts.ts";
import { countTokens } from "./count-tokens.ts";

const DAY_MS = 86_400_000;

function reckon<ROW, RESULT>(tally: Tally<ROW, RESULT>, rows: readonly ROW[]): RESULT {
  for (const row of rows) tally.add(row);
  return tally.result();
}

/** A version that was recorded on a day, and is held to this day or until another. */
const version = (recordedAt: string, supersededAt?: string) => ({
  recordedAt: new Date(recordedAt),
  ...(supersededAt !== undefined && { supersededAt: new Date(supersededAt) }),
});

const decision = (reportId: string, decidedAt: string, inputTokens: number) => ({
  reportId,
  decidedAt: new Date(decidedAt),
  inputTokens,
  outputTokens: 1,
});

test("a version that takes another's place changes no number", () => {
  const versions = [
    version("2026-03-01", "2026-03-05"),
    version("2026-03-05"),
    version("2026-03-02"),
  ];
  expect(reckon(countHeld(), versions)).toEqual([
    { at: "2026-03-01T00:00:00.000Z", value: 1 },
    { at: "2026-03-02T00:00:00.000Z", value: 2 },
    { at: "2026-03-05T00:00:00.000Z", value: 2 },
  ]);
});

test("of many moments the steps are minutes, hours, days or months, and nothing is lost", () => {
  const from = Date.parse("2026-01-01");
  const every = (gapMs: number) =>
    Array.from({ length: 5_000 }, (_, index) => ({ recordedAt: new Date(from + index * gapMs) }));
  for (const [gapMs, steps, second] of [
    [1_000, 84, "2026-01-01T00:01:00.000Z"],
    [10 * 60_000, 834, "2026-01-01T01:00:00.000Z"],
    [DAY_MS / 12, 417, "2026-01-02T00:00:00.000Z"],
    [DAY_MS, 168, "2026-01-07T00:00:00.000Z"],
  ] as const) {
    const held = reckon(countHeld(), every(gapMs));
    expect([held.length, held[1]?.at, held.at(-1)?.value]).toEqual([steps, second, 5_000]);
  }
});

test("a report's tokens are counted once, whatever it decided, and days without any left out", () => {
  const decisions = [
    decision("r3", "2026-03-04T09:00:00Z", 5),
    decision("r1", "2026-03-01T08:00:00Z", 100),
    decision("r1", "2026-03-01T08:00:00Z", 100),
    decision("r2", "2026-03-01T23:00:00Z", 10),
    { ...decision("r4", "2026-03-02T09:00:00Z", 0), outputTokens: 0 },
  ];
  expect(reckon(countTokens(), decisions)).toEqual([
    { name: "2026-03-01", input: 110, output: 2 },
    { name: "2026-03-04", input: 5, output: 1 },
  ]);
});

test("many days become months", () => {
  const decisions = Array.from({ length: 90 }, (_, index) =>
    decision(`r${index}`, new Date(Date.UTC(2026, 0, 1 + index)).toISOString(), 1),
  );
  expect(reckon(countTokens(), decisions).map(({ name, input }) => [name, input])).toEqual([
    ["2026-01", 31],
    ["2026-02", 28],
    ["2026-03", 31],
  ]);
});

test("memories are counted by their ids, what is a user's after the user", () => {
  const rows = ["u:auth0%007calice/s:1", "u:auth0%007calice", "u:auth0%007calice/s:1"];
  expect(
    reckon(
      countParts(),
      rows.map((scope) => ({ scope })),
    ),
  ).toEqual([
    { ids: { userId: "auth0|alice" }, memories: 1 },
    { ids: { userId: "auth0|alice", sessionId: "1" }, memories: 2 },
  ]);
});
