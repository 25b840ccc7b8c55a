import { expect, test } from "vitest";
import type { EpisodeRow } from "../ports/stored-rows.ts";
import { episodeRow } from "../testing/memory-store/rows.ts";
import { placeExchanges } from "./place-exchanges.ts";
import { createSaidReader } from "./answers/read-said.ts";
import { readTellsAnswer } from "./answers/tells-answer.ts";
import { createHitFinder } from "./words/find-hits.ts";
import { queryWords } from "./words/query-words.ts";

const monday = { userId: "alice", sessionId: "monday" };
const tells = readTellsAnswer("When was there tea?");
const query = {
  findHits: createHitFinder(queryWords("tea")),
  tellsAnswer: tells,
  readSaid: createSaidReader(tells),
};

function said(terms: string, second: number, scope = monday): EpisodeRow {
  const at = new Date(Date.UTC(2026, 0, 1, 12, 0, second));
  return episodeRow(scope, { key: `${scope.sessionId}-${second}`, terms, at });
}

/** Whether the query's word stands in the exchange right before or after each, and in those one further away. */
function neighboursOf(rows: readonly EpisodeRow[]): [beside: boolean, around: boolean][] {
  return placeExchanges(rows, query).map(({ beside, around }) => [
    beside.some(({ exact }) => (exact[0] ?? 0) > 0),
    around.some(({ exact }) => (exact[0] ?? 0) > 0),
  ]);
}

test("neighbours are the exchanges right before and after, in whatever order they come", () => {
  const rows = [said("rum", 30), said("tea", 10), said("gin", 40), said("milk", 20)];
  expect(neighboursOf(rows)).toEqual([
    [false, true],
    [false, false],
    [false, false],
    [true, false],
  ]);
});

test("two minutes later it is still the same talk, and after that no more", () => {
  expect(neighboursOf([said("tea", 0), said("milk", 120)])[1]).toEqual([true, false]);
  expect(neighboursOf([said("tea", 0), said("milk", 121)])[1]).toEqual([false, false]);
});

test("another session is another talk, though both were at the same time", () => {
  const tuesday = { userId: "alice", sessionId: "tuesday" };
  expect(neighboursOf([said("tea", 0), said("milk", 1, tuesday)])[1]).toEqual([false, false]);
});

test("an exchange of nothing but questions is marked, and one that tells what is asked for", () => {
  const rows = [exchange("Tea?", "Now?"), exchange("Tea?", "On Tuesday.")];
  const placed = rows.flatMap((row) => placeExchanges([row], query));
  expect(placed.map(({ isAsked }) => isAsked)).toEqual([true, false]);
  expect(placed.map(({ tellsAnswer }) => tellsAnswer)).toEqual([false, true]);
});

function exchange(...contents: string[]): EpisodeRow {
  const messages = contents.map((content) => ({ role: "user", content }));
  return { ...said("tea", 0), messages: JSON.stringify(messages) };
}
