import { expect, it } from "vitest";
import { excerptFirst, rankTurns, toTurns } from "./to-turns.ts";

const exchanges = new Map([
  ["e1", [turn("a", "I like  Green tea."), turn("b", "Me too!")]],
  ["e2", [turn("c", "And I like cake.")]],
]);
const turnsOf = (episodeId: string) => exchanges.get(episodeId) ?? [];

it("takes a memory for the turn that its quote stands in", () => {
  expect(toTurns({ quote: "green\ntea", episodeIds: ["e1", "e2"] }, turnsOf)).toEqual(["a"]);
});

it("takes it for all turns of its exchanges where there is no quote, or none that is found", () => {
  expect(toTurns({ episodeIds: ["e1", "e2"] }, turnsOf)).toEqual(["a", "b", "c"]);
  expect(toTurns({ quote: "coffee", episodeIds: ["e1"] }, turnsOf)).toEqual(["a", "b"]);
  expect(toTurns({ quote: "tea", episodeIds: [] }, turnsOf)).toEqual([]);
});

it("takes an exchange for all of its turns, the one of its excerpt in front", () => {
  expect(excerptFirst(turnsOf("e1"), "me too")).toEqual(["b", "a"]);
  expect(excerptFirst(turnsOf("e1"), "coffee")).toEqual(["a", "b"]);
});

it("ranks turns by the best that stands for them, each once and each with a rank of its own", () => {
  const found = [
    { score: 0.5, turnIds: ["c", "a"] },
    { score: 0.9, turnIds: ["a", "b"] },
    { score: 0.1, turnIds: ["d"] },
  ];
  expect(rankTurns(found, 3)).toEqual([
    { id: "a", score: 0.9 },
    { id: "b", score: 0.9 },
    { id: "c", score: 0.5 },
  ]);
});

function turn(id: string, text: string) {
  return { id, text, speaker: "Ines" };
}
