import { expect, test } from "vitest";
import { termsOf } from "../../text/analyze-text.ts";
import { createHitFinder } from "./find-hits.ts";
import { queryWords } from "./query-words.ts";
import { scoreByWords, type WordedMemory } from "./score-by-words.ts";

/** Texts of a memory and of what stands around it. */
interface Told {
  own: string;
  said?: string;
  beside?: string;
  tellsAnswer?: boolean;
  isAsked?: boolean;
}

/** The scores of memories for a query, in their order. */
function score(query: string, memories: readonly Told[]): number[] {
  const words = queryWords(query);
  const findHits = createHitFinder(words);
  const hitsOf = (text: string) => findHits(termsOf(text).join(" "));
  const placed = memories.map(({ own, said, beside, ...kinds }): WordedMemory => ({
    own: hitsOf(own),
    said: said === undefined ? undefined : hitsOf(said),
    beside: beside === undefined ? [] : [hitsOf(beside)],
    around: [],
    ...kinds,
  }));
  return scoreByWords(words, placed);
}

const RUNS = "User runs marathons";
const PAINTS = "User paints landscapes";

test("a word counts most in the text, less in what was said, and least beside it", () => {
  const [inText = 0, inSaid = 0, beside = 0, nowhere] = score("marathons", [
    { own: RUNS },
    { own: PAINTS, said: "after the marathons I paint" },
    { own: PAINTS, beside: RUNS },
    { own: PAINTS },
  ]);
  expect(inText).toBeGreaterThan(inSaid);
  expect(inSaid).toBeGreaterThan(beside);
  expect(beside).toBeGreaterThan(0);
  expect(nowhere).toBe(0);
});

test("a rare word counts more than one that most memories have", () => {
  const [common = 0, rare = 0] = score("marathons in Oslo", [
    { own: RUNS },
    { own: "User was in Oslo" },
    { own: "User likes marathons" },
    { own: "User watches marathons" },
  ]);
  expect(rare).toBeGreaterThan(common);
});

test("a word that no memory holds makes the others worth less", () => {
  const [known = 0] = score("marathons", [{ own: RUNS }, { own: PAINTS }]);
  const [unknown = 0] = score("marathons with Xaver on Tuesday", [{ own: RUNS }, { own: PAINTS }]);
  expect(unknown).toBeLessThan(known / 2);
});

test("other words of the same meaning count, and less than the word itself", () => {
  const [kids = 0, children = 0, garden = 0] = score("children", [
    { own: "User has two kids" },
    { own: "User has two children" },
    { own: "User has a garden" },
  ]);
  expect(children).toBeGreaterThan(kids);
  expect(kids).toBeGreaterThan(garden);
});

test("two words that stand together count more than apart", () => {
  const [together = 0, apart = 0] = score("green tea", [
    { own: "User drinks green tea" },
    { own: "User drinks tea from green cups" },
  ]);
  expect(together).toBeGreaterThan(apart);
});

test("what tells the kind of thing that is asked for counts more, and what was only asked counts less", () => {
  const [plain = 0, told = 0, asked = 0] = score("marathons", [
    { own: RUNS },
    { own: RUNS, tellsAnswer: true },
    { own: RUNS, isAsked: true },
  ]);
  expect(told).toBeGreaterThan(plain);
  expect(asked).toBeLessThan(plain);
});

test("a text that holds every word, and was learned from words that do, reaches 1", () => {
  const [all = 0] = score("marathons", [{ own: RUNS, said: RUNS }, { own: PAINTS }]);
  expect(all).toBeGreaterThanOrEqual(1);
  expect(all).toBeLessThan(1.5);
});

test("no words and no memories are no fault", () => {
  expect(score("?!", [])).toEqual([]);
  expect(scoreByWords([], [{ own: createHitFinder([])("tea"), beside: [], around: [] }])).toEqual([
    0,
  ]);
});
