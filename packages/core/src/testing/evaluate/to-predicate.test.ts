import { expect, test } from "vitest";
import type { MemoryRecord } from "../../record.ts";
import { nameOf, toPredicate } from "./to-predicate.ts";

const isPinned = ({ pinned }: MemoryRecord) => pinned;
const remembered = (memory: string) => ({ memory }) as MemoryRecord;

test.each([
  ["lives in Berlin", "User LIVES now in Berlin-Mitte", true],
  ["José", "User's brother is Jose", true],
  ["柏林", "用户住在柏林", true],
  ["Berlin", "User is a Berliner", false],
  ["lives in Berlin", "User works in Berlin", false],
])("the text %j against %j: %s", (text, memory, matches) => {
  expect(toPredicate(text)(remembered(memory))).toBe(matches);
});

test("a regular expression is looked for anew in each memory, whatever its flags", () => {
  const isMatch = toPredicate(/tea/gi);
  expect([isMatch(remembered("Drinks Tea")), isMatch(remembered("Tea"))]).toEqual([true, true]);
});

test("a function sees the whole memory", () => {
  expect(toPredicate(isPinned)({ ...remembered("Likes tea"), pinned: true })).toBe(true);
});

test("matchers are named for a report", () => {
  expect(["tea", /tea/i, isPinned, () => true].map(nameOf)).toEqual([
    "tea",
    "/tea/i",
    "isPinned",
    "a function",
  ]);
});
