import type { VersionRow } from "@palimpsest/core";
import { describe, expect, it } from "vitest";
import { findBreaches, toPromise } from "./find-breaches.ts";

const RECORDED = new Date("2026-03-01T12:00:00.000Z");
const CLOSED = new Date("2026-03-01T13:00:00.000Z");

/** A version of the lineage `a` in a slot, with what is said of it. */
function version(slot: number, values: Partial<VersionRow> = {}): VersionRow {
  return {
    key: `a@${slot}`,
    lineage: "a",
    slot,
    memoryId: "m1",
    version: slot,
    text: `note ${slot}`,
    status: "current",
    recordedAt: RECORDED,
    ...values,
  } as VersionRow;
}

const closed = version(1, { supersededAt: CLOSED, status: "superseded" });

describe("findBreaches", () => {
  it("finds none where every version is there once, in a whole lineage", () => {
    const promised = { memoryId: "m1", version: 2, text: "note 2" };
    expect(findBreaches([version(2), closed], [promised])).toEqual([]);
    const history = version(1, { supersededAt: RECORDED, status: "superseded" });
    expect(findBreaches([history], [])).toEqual([]);
  });

  it.each<[string, VersionRow[], string]>([
    ["a key twice", [version(1), version(1)], "a@1 is there 2 times."],
    [
      "a text twice",
      [version(1), version(1, { key: "b@1", lineage: "b" })],
      "note 1 is there 2 times.",
    ],
    ["a successor without its predecessor", [version(2)], "a has no slot 1."],
    ["a closed version without a successor", [closed], "a@1 is closed and has no successor."],
    ["two current versions", [version(1), version(2)], "a@1 is open and has a successor."],
    [
      "a wrong successor",
      [{ ...closed, supersededBy: "m9" }, version(2)],
      "a@1 names another successor than it has.",
    ],
  ])("finds %s", (_, rows, breach) => {
    expect(findBreaches(rows, [])).toContain(breach);
  });

  it("finds what is lost, and what is not what it was", () => {
    const promises = [
      { memoryId: "m1", version: 1, text: "note one" },
      { memoryId: "m2", version: 3, text: "gone" },
    ];
    expect(findBreaches([version(1)], promises)).toEqual([
      'm1@1 is not "note one".',
      'm2@3 "gone" is lost.',
    ]);
  });
});

describe("toPromise", () => {
  it("is about the successor, where there is one", () => {
    const change = { id: "m1" as never, memory: "new", version: 1, decisionId: "d" };
    expect(toPromise({ ...change, event: "DELETE", supersededBy: "m2" as never }).memoryId).toBe(
      "m2",
    );
    expect(toPromise({ ...change, event: "DELETE" }).memoryId).toBe("m1");
    expect(toPromise({ ...change, event: "UPDATE" }).memoryId).toBe("m1");
  });
});
