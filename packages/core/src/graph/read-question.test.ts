import { expect, test } from "vitest";
import { versionRow } from "../testing/memory-store/rows.ts";
import { buildGraph } from "./build-graph.ts";
import { USER } from "./entity-key.ts";
import { readGraphQuestion } from "./read-question.ts";

test.each([
  "Who is my sister?",
  "Whom is it that I’ve told?",
  "Who is taller than me.",
  "Wer ist unser Vermieter?",
])("the user is where to start from in %j", (question) => {
  const { seeds } = readGraphQuestion(question, buildGraph([]));
  expect(seeds.map(({ key }) => key)).toContain(USER);
});

test.each(["Iñaki works at Globex", "Trabaja los miércoles en Globex"])(
  "the user does not stand in %j",
  (text) => {
    const graph = buildGraph([versionRow({ userId: "alice" }, { text })]);
    expect(graph.rowsOf(USER)).toEqual([]);
  },
);
