import { expect, test } from "vitest";
import type { VersionRow } from "../ports/stored-rows.ts";
import { episodeRow, versionRow } from "../testing/memory-store/rows.ts";
import { placeMemories } from "./place-memories.ts";
import { createSaidReader } from "./answers/read-said.ts";
import { readTellsAnswer } from "./answers/tells-answer.ts";
import { createHitFinder } from "./words/find-hits.ts";
import { queryWords } from "./words/query-words.ts";

const alice = { userId: "alice" };
const tells = readTellsAnswer("When was there tea?");
const query = {
  findHits: createHitFinder(queryWords("tea")),
  tellsAnswer: tells,
  readSaid: createSaidReader(tells),
};
const at = (minute: number, day = 1) => new Date(Date.UTC(2026, 0, day, 12, minute));

function told(terms: string, minute: number, values: Partial<VersionRow> = {}): VersionRow {
  const recordedAt = at(minute);
  const common = { recordedAt, validFrom: recordedAt, episodeIds: [`e${minute}`] };
  return versionRow(alice, { terms, ...common, ...values });
}

/** Whether the query's word stands beside each row, and around it. */
function neighboursOf(rows: readonly VersionRow[]): [beside: boolean, around: boolean][] {
  return placeMemories(rows, [], query).map(({ beside, around }) => [
    beside.some(({ exact }) => (exact[0] ?? 0) > 0),
    around.some(({ exact }) => (exact[0] ?? 0) > 0),
  ]);
}

test("neighbours are those that were learned right before and after, in whatever order they come", () => {
  const rows = [told("rum", 3), told("tea", 1), told("gin", 4), told("milk", 2)];
  expect(neighboursOf(rows)).toEqual([
    [false, true],
    [false, false],
    [false, false],
    [true, false],
  ]);
});

test("another day is another conversation, unless both came from one exchange", () => {
  const other = { validFrom: at(0, 5) };
  expect(neighboursOf([told("tea", 1), told("milk", 2, other)])[1]).toEqual([false, false]);
  const shared = { ...other, episodeIds: ["e1"] };
  expect(neighboursOf([told("tea", 1), told("milk", 2, shared)])[1]).toEqual([true, false]);
});

test("what was put there by hand has no neighbours", () => {
  const byHand = { episodeIds: [] };
  expect(neighboursOf([told("tea", 1, byHand), told("milk", 2)])[1]).toEqual([false, false]);
});

test("what was said is what its exchanges hold, the best of several", () => {
  const said = ["tea and cake", "nothing"].map((terms, index) =>
    episodeRow(alice, { key: `e${index}`, terms }),
  );
  const [placed] = placeMemories([told("milk", 1, { episodeIds: ["e0", "e1"] })], said, query);
  expect(placed?.said?.exact[0]).toBeGreaterThan(0);
  expect(placed?.own.exact[0]).toBe(0);
  const [other] = placeMemories([told("milk", 1, { episodeIds: ["gone"] })], said, query);
  expect(other?.said).toBeUndefined();
});

test("a memory that comes of nothing but questions is marked, and one that tells what is asked for", () => {
  const sources = ["Is there tea?", "There is tea. Or is there?", "There is tea."].map(
    (content, index) =>
      episodeRow(alice, {
        key: `e${index}`,
        terms: "tea",
        messages: JSON.stringify([{ role: "user", content }]),
      }),
  );
  const from = (...episodeIds: string[]) => told("tea", 1, { episodeIds, text: "Tea on Tuesday" });
  const rows = [from("e0"), from("e0", "e1"), from("e0", "e2"), from(), told("tea", 2)];
  const placed = placeMemories(rows, sources, query);
  expect(placed.map(({ isAsked }) => isAsked)).toEqual([true, true, false, false, false]);
  expect(placed.map(({ tellsAnswer }) => tellsAnswer)).toEqual([true, true, true, true, false]);
});
