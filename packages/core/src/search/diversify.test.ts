import { describe, expect, test } from "vitest";
import type { VersionRow } from "../ports/stored-rows.ts";
import { versionRow } from "../testing/memory-store/rows.ts";
import { termsOf } from "../text/analyze-text.ts";
import { diversify } from "./diversify.ts";
import type { Ranked } from "./rank-matches.ts";

/** Matches of these texts, or rows, best first. */
function ranked(...rows: readonly (string | Partial<VersionRow>)[]): Ranked[] {
  return rows.map((given, index) => {
    const row = typeof given === "string" ? { text: given } : given;
    const terms = termsOf(row.text ?? "").join(" ");
    return {
      row: versionRow({ userId: "alice" }, { ...row, terms }),
      score: 1 - index / 1_000,
      signals: { similarity: 0.5, words: 0.5, relations: 0 },
    };
  });
}

/** The matches, none cut. */
const arrange = (matches: readonly Ranked[]) => diversify(matches, matches.length);

const textsOf = (matches: readonly Ranked[]) => matches.map(({ row }) => row.text);

/** What happened on a day of May. */
const ran = (day: number, hour: number) => ({
  text: "User ran ten kilometres",
  kind: "event" as const,
  validFrom: new Date(Date.UTC(2026, 4, day, hour)),
});

const LONG = "User bakes rye bread with caraway and walnuts in a cast iron pot every weekend";

test("what repeats a better match comes behind the others, with its score", () => {
  const matches = ranked("Likes tea", "Likes tea.", "Likes milk", "likes tea!", "Likes rum");
  const [tea, again, milk, third, rum] = matches;
  expect(arrange(matches)).toEqual([tea, milk, rum, again, third]);
  expect(arrange([])).toEqual([]);
});

describe("a text repeats another that differs in", () => {
  test.each<[string, string, string]>([
    ["punctuation and spaces", "User lives in Berlin", "User  lives in Berlin."],
    ["small words", "User lives in the north of Berlin", "User lives in north Berlin"],
    ["one ordinary word of many", LONG, LONG.replace("a cast", "a heavy cast")],
    ["the order of ordinary words", "User often runs in Berlin", "User runs often in Berlin"],
    ["punctuation, in Chinese", "用户喜欢喝绿茶。", "用户喜欢喝绿茶"],
  ])("%s", (_, text, other) => {
    expect(textsOf(arrange(ranked(text, other, "Likes rum")))).toEqual([text, "Likes rum", other]);
  });
});

describe("a text does not repeat another that differs in", () => {
  test.each<[string, string, string]>([
    ["a number", `${LONG} at 7`, `${LONG} at 8`],
    ["a number in letters of its own", "用户有3只猫", "用户有4只猫"],
    ["a name", `${LONG} with Anna`, `${LONG} with Hanna`],
    ["who it is about", LONG, LONG.replace("User", "She")],
    ["who does what", "Anna taught Ben how to swim", "Ben taught Anna how to swim"],
    ["a negation", LONG, LONG.replace("bakes", "never bakes")],
    ["a contracted negation", "User does eat fish", "User doesn’t eat fish"],
    ["a German negation", "Nutzer isst Fisch", "Nutzer isst keinen Fisch"],
    ["a Russian negation", "Пользователь ест рыбу", "Пользователь не ест рыбу"],
    ["an Arabic word", "المستخدم يحب الشاي الأخضر كثيرا جدا", "المستخدم يحب الشاي الأسود كثيرا جدا"],
    ["a tense", "User works in Berlin as a nurse", "User worked in Berlin as a nurse"],
    ["an ordinary word of few", "User likes green tea", "User likes black tea"],
  ])("%s", (_, text, other) => {
    expect(textsOf(arrange(ranked(text, other, "Likes rum")))).toEqual([text, other, "Likes rum"]);
  });

  test("whether it still holds", () => {
    const matches = ranked({ text: "Likes tea", status: "retracted" }, "Likes tea", "Likes rum");
    expect(arrange(matches)).toEqual(matches);
  });

  test("the day of what happened", () => {
    const matches = ranked(ran(1, 9), ran(1, 10), ran(8, 9));
    expect(arrange(matches)).toEqual([matches[0], matches[2], matches[1]]);
  });
});

test("a list that is cut has as much that is new as there is, and repeats only to be full", () => {
  const matches = ranked("Likes tea", "Likes tea.", "Likes milk", "likes tea!", "Likes rum");
  const [tea, again, milk, , rum] = matches;
  expect(diversify(matches, 2)).toEqual([tea, milk]);
  expect(diversify(matches, 4)).toEqual([tea, milk, rum, again]);
});

test("only the best fifty are compared", () => {
  const matches = ranked("Likes tea", ...Array.from({ length: 48 }, (_, index) => `${index}`));
  const [again, late] = ranked("Likes tea", "Likes tea");
  const all = [...matches, again!, late!];
  expect(arrange(all)).toEqual(all);
  expect(arrange([...matches.slice(0, -1), again!, ...matches.slice(-1), late!])).toEqual([
    ...matches,
    again,
    late,
  ]);
});
