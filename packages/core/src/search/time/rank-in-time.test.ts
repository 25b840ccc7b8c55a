import { describe, expect, test } from "vitest";
import type { VersionRow } from "../../ports/stored-rows.ts";
import { rankInTime } from "./rank-in-time.ts";
import { readTimeQuestion } from "./read-time-question.ts";

const at = new Date("2026-06-17T12:00:00Z");
const day = (date: string) => new Date(`${date}T00:00:00Z`);

/** A match of a text that is true from a day on, in the columns that ranking looks at. */
function match(text: string, from: string, score: number, until?: string) {
  const closed = until ? ({ status: "superseded", validTo: day(until) } as const) : {};
  const row = { key: text, text, slot: 1, status: "current", validFrom: day(from), ...closed };
  return { row: row as VersionRow, score };
}

function rank(question: string, matches: readonly ReturnType<typeof match>[]): string[] {
  return rankInTime(matches, readTimeQuestion(question, at)).map(({ row }) => row.text);
}

test("a question that says nothing about time leaves everything as it is", () => {
  const matches = [match("a", "2020-01-01", 0.3), match("b", "2026-01-01", 0.9)];
  expect(rankInTime(matches, readTimeQuestion("Which tea do I like?", at))).toEqual(matches);
});

test("scores stay between 0 and 1", () => {
  const matches = [0, 0.2, 0.7, 1].flatMap((score) =>
    ["2026-06-10", "2020-01-01"].map((from) => match(`${score} ${from}`, from, score)),
  );
  for (const question of ["What did I do last week?", "Which tea did I buy first last week?"]) {
    const scores = rankInTime(matches, readTimeQuestion(question, at)).map(({ score }) => score);
    expect(Math.min(...scores)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...scores)).toBeLessThanOrEqual(1);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  }
});

describe("what fits the time that a question names comes first", () => {
  test("by when it became true", () => {
    expect(
      rank("Which tea did I buy in May?", [
        match("in April", "2026-04-02", 0.5),
        match("in May", "2026-05-02", 0.5),
      ]),
    ).toEqual(["in May", "in April"]);
  });

  test("by the date that its text names, which is more exact", () => {
    expect(
      rank("Which appointments do I have next week?", [
        match("Dentist on 23 July 2026", "2026-06-22", 0.5),
        match("Dentist on 23 June 2026", "2026-06-01", 0.5),
      ]),
    ).toEqual(["Dentist on 23 June 2026", "Dentist on 23 July 2026"]);
  });

  test("by how long it was true", () => {
    expect(
      rank("Where did I live in 2021?", [
        match("Rome", "2023-01-01", 0.5),
        match("Oslo", "2020-01-01", 0.5, "2023-01-01"),
      ]),
    ).toEqual(["Oslo", "Rome"]);
  });

  test("unless something else is far more relevant", () => {
    const matches = [
      match("close", "2020-01-01", 0.9, "2021-01-01"),
      match("far", "2026-05-02", 0.2),
    ];
    expect(rank("Which tea did I buy in May?", matches)).toEqual(["close", "far"]);
  });
});

test("of what is about the same thing the first or the last comes first, and relevance still decides what that is", () => {
  const novels = [
    match("old novel", "2024-01-01", 0.6),
    match("new novel", "2026-01-01", 0.5),
    match("newest trifle", "2026-06-01", 0.2),
  ];
  expect(rank("What is the latest novel I read?", novels)[0]).toBe("new novel");
  expect(rank("Which novel did I read first?", novels)[0]).toBe("old novel");
});

test("the second one is the second in time, unless a memory says which it is", () => {
  const races = ["2024-01-01", "2025-01-01", "2026-01-01"].map((date) =>
    match(`race of ${date}`, date, 0.5),
  );
  expect(rank("What was my second race?", races)[0]).toBe("race of 2025-01-01");
  const told = [...races, match("my second race", "2026-02-01", 0.6)];
  expect(rank("What was my second race?", told)[0]).toBe("my second race");
});

test("what is only implied to be the newest lifts nothing that is less to the point", () => {
  const jobs = [
    match("works as a nurse", "2020-01-01", 0.6),
    match("interview", "2026-01-01", 0.45),
  ];
  expect(rank("What is my current job?", jobs)[0]).toBe("works as a nurse");
});

test("a question about what is no longer so is answered by what was superseded, one about a change by both", () => {
  const homes = [
    match("lives in Rome", "2023-01-01", 0.6),
    match("lives in Oslo", "2020-01-01", 0.6, "2023-01-01"),
  ];
  expect(rank("Where did I use to live?", homes)).toEqual(["lives in Oslo", "lives in Rome"]);
  expect(rank("How has my home changed?", homes)).toHaveLength(2);
});
