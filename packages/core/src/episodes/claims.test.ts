import { hostname } from "node:os";
import { threadId } from "node:worker_threads";
import { expect, test } from "vitest";
import type { EpisodeRow } from "../ports/stored-rows.ts";
import { THIS_PROCESS } from "../this-process.ts";
import { claim, isFree, release } from "./claims.ts";

const now = new Date("2026-03-01T12:00:00Z");

function claimedBy(who: string): EpisodeRow {
  return { claimedBy: who, claimedUntil: new Date(now.getTime() + 60_000) } as EpisodeRow;
}

test("an episode is this thread's until it lets go of it", () => {
  const row = claim(now) as EpisodeRow;
  expect(isFree(row, now)).toBe(false);
  release(row);
  expect(isFree(row, now)).toBe(true);
});

test.each([
  [
    "a thread that had this one's numbers",
    `${THIS_PROCESS.place}/${process.pid}/${threadId}/a`,
    true,
  ],
  ["a process that is gone", `${THIS_PROCESS.place}/${2 ** 22 + 1}/0/a`, true],
  ["a process that is there", `${THIS_PROCESS.place}/${process.ppid}/0/a`, false],
  ["another container of this name", `${hostname()}/${process.pid}/${threadId}/a`, false],
  ["another machine", "elsewhere/1/0/a", false],
])("one that was claimed by %s is free: %s, %s", (_, who, expected) => {
  expect(isFree(claimedBy(who), now)).toBe(expected);
  expect(isFree(claimedBy(who), new Date(now.getTime() + 60_000))).toBe(true);
});
