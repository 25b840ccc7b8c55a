import { beforeAll, describe, expect, it } from "vitest";
import { StoreError } from "../../errors.ts";
import type { MemoryStore } from "../../ports/memory-store.ts";
import { episodeRow, exactly, newScope, versionRow } from "./rows.ts";

const EAST = [1, 0, 0, 0, 0, 0, 0, 0];
const NORTH = [0, 1, 0, 0, 0, 0, 0, 0];
const NORTH_EAST = [1, 1, 0, 0, 0, 0, 0, 0];
const WEST = [-2, 0, 0, 0, 0, 0, 0, 0];

/** The nearest rows, and those that hold the terms, of the scope alone. */
export function describeSearches(store: () => MemoryStore): void {
  describe("findNearest", () => {
    const scope = newScope();
    const whose = exactly(scope);

    beforeAll(async () => {
      await store().memories.append([
        versionRow(scope, { text: "east", vector: EAST, pinned: true }),
        versionRow(scope, { text: "north", vector: Float32Array.from(NORTH) }),
        versionRow(scope, { text: "north-east", vector: NORTH_EAST }),
        versionRow(scope, { text: "west", vector: WEST }),
      ]);
      // Nearer than all of them, and somebody else's.
      const others = newScope();
      const decoys = Array.from({ length: 50 }, () => versionRow(others, { vector: EAST }));
      await store().memories.append(decoys);
    });

    it("orders by cosine, nearest first, whatever the lengths of the vectors", async () => {
      const [found = []] = await store().memories.findNearest(whose, [[3, 0, 0, 0, 0, 0, 0, 0]], {
        limit: 10,
      });
      expect(found.map(({ row }) => row.text)).toEqual(["east", "north-east", "north", "west"]);
      const cosines = [1, Math.SQRT1_2, 0, -1];
      cosines.forEach((cosine, index) => expect(found[index]?.cosine).toBeCloseTo(cosine, 3));
      expect(found.every(({ row }) => !("vector" in row))).toBe(true);
    });

    it("counts only rows of the scope that satisfy the condition", async () => {
      const where = { column: "pinned", equals: false } as const;
      const [all = []] = await store().memories.findNearest(whose, [EAST], { limit: 2 });
      expect(all.map(({ row }) => row.text)).toEqual(["east", "north-east"]);
      const [some = []] = await store().memories.findNearest(whose, [EAST], { where, limit: 2 });
      expect(some.map(({ row }) => row.text)).toEqual(["north-east", "north"]);
    });

    it("answers for each vector by itself, in their order", async () => {
      const answers = await store().memories.findNearest(whose, [NORTH, WEST, NORTH], { limit: 2 });
      const texts = answers.map((found) => found.map(({ row }) => row.text));
      expect(texts).toEqual([
        ["north", "north-east"],
        ["west", "north"],
        ["north", "north-east"],
      ]);
      expect(await store().memories.findNearest(whose, [], { limit: 2 })).toEqual([]);
      expect(await store().memories.findNearest(whose, [EAST, WEST], { limit: 0 })).toEqual([
        [],
        [],
      ]);
      expect(
        await store().memories.findNearest(exactly(newScope()), [EAST, WEST], { limit: 2 }),
      ).toEqual([[], []]);
    });

    it("orders equally near rows by their keys", async () => {
      const twins = newScope();
      const rows = Array.from({ length: 12 }, () => versionRow(twins, { vector: NORTH }));
      await store().memories.append(rows);
      const [found = []] = await store().memories.findNearest(exactly(twins), [EAST], {
        limit: 12,
      });
      expect(found.map(({ row }) => row.key)).toEqual(rows.map(({ key }) => key).toSorted());
    });

    it("refuses vectors that have no place in the space", async () => {
      for (const vector of [
        [1, 0],
        [...EAST, 0],
        [Number.NaN, ...EAST.slice(1)],
        EAST.map(() => 0),
      ]) {
        await expect(
          store().memories.findNearest(whose, [EAST, vector], { limit: 1 }),
        ).rejects.toThrow(StoreError);
      }
    });
  });

  describe("findByTerms", () => {
    const scope = newScope();
    const whose = exactly(scope);
    const long = "w".repeat(60);

    beforeAll(async () => {
      await store().memories.append([
        versionRow(scope, { text: "tea", terms: "sips jasmine oolong" }),
        versionRow(scope, { text: "coffee", terms: "sips arabica c++ the running", pinned: true }),
        versionRow(scope, { text: "both", terms: "jasmine arabica beans" }),
        versionRow(scope, { text: "cjk", terms: `咖啡 喜欢 naïve köln ${long}` }),
        versionRow(scope, { text: "nothing", terms: "" }),
      ]);
      const others = newScope();
      const decoys = Array.from({ length: 50 }, () =>
        versionRow(others, { terms: "jasmine oolong" }),
      );
      await store().memories.append(decoys);
    });

    async function find(terms: readonly string[], limit = 10): Promise<string[]> {
      const [found = []] = await store().memories.findByTerms(whose, [terms], { limit });
      return found.map(({ row }) => row.text);
    }

    it("puts the rows first that hold most of the terms", async () => {
      const terms = ["jasmine", "oolong", "sips"];
      const [best, ...others] = await find(terms);
      expect(best).toBe("tea");
      expect(others.toSorted()).toEqual(["both", "coffee"]);
      expect(await find(terms, 1)).toEqual(["tea"]);
      expect(await find(terms, 0)).toEqual([]);
      const [found = []] = await store().memories.findByTerms(whose, [terms], { limit: 10 });
      const scores = found.map(({ bm25 }) => bm25);
      expect(scores.every((score) => score > 0)).toBe(true);
      expect(scores).toEqual(scores.toSorted((a, b) => b - a));
      expect(found.every(({ row }) => !("vector" in row))).toBe(true);
    });

    it("compares terms as they are: no stems, no stop words, no case", async () => {
      expect(await find(["the"])).toEqual(["coffee"]);
      expect(await find(["run"])).toEqual([]);
      expect(await find(["Jasmine"])).toEqual([]);
      expect(await find(["sip"])).toEqual([]);
      expect(await find(["naive"])).toEqual([]);
    });

    it("takes terms of every script, length and punctuation", async () => {
      for (const term of ["咖啡", "喜欢", "naïve", "köln", long]) {
        expect([term, ...(await find([term]))]).toEqual([term, "cjk"]);
      }
      expect(await find(["咖"])).toEqual([]);
      expect(await find(["c++"])).toEqual(["coffee"]);
      for (const term of ["+c", "-", '"', "'", "(", "AND", "*", "\\", "^2", "~", ":", "\u0000"]) {
        expect([term, ...(await find([term]))]).toEqual([term]);
        expect([term, ...(await find([term, "beans"]))]).toEqual([term, "both"]);
      }
    });

    it("answers for each list by itself, and an empty one with nothing", async () => {
      const lists = [["oolong"], [], ["arabica"], ["unheard-of"]];
      const where = { column: "pinned", equals: true } as const;
      const texts = async (query: { where?: typeof where; limit: number }) =>
        (await store().memories.findByTerms(whose, lists, query)).map((found) =>
          found.map(({ row }) => row.text).toSorted(),
        );
      expect(await texts({ limit: 10 })).toEqual([["tea"], [], ["both", "coffee"], []]);
      expect(await texts({ where, limit: 10 })).toEqual([[], [], ["coffee"], []]);
      expect(await store().memories.findByTerms(whose, [], { limit: 10 })).toEqual([]);
    });

    it("finds exchanges by their words, too, in their scope only", async () => {
      const talking = newScope();
      const row = episodeRow(talking, { terms: "sips jasmine oolong" });
      await store().episodes.append([
        row,
        episodeRow(talking, { terms: "sips arabica" }),
        episodeRow(newScope(), { terms: "sips jasmine" }),
      ]);
      const [found = []] = await store().episodes.findByTerms(exactly(talking), [["jasmine"]], {
        limit: 10,
      });
      expect(found.map((one) => one.row)).toEqual([row]);
    });

    it("sees a superseded row as it is now", async () => {
      const changing = newScope();
      const row = versionRow(changing, { terms: "old shared" });
      await store().memories.append([row]);
      await store().memories.merge([{ ...row, revision: 2, terms: "new shared" }]);
      const lists = [["old"], ["new"], ["shared"]];
      const answers = await store().memories.findByTerms(exactly(changing), lists, { limit: 10 });
      expect(answers.map((found) => found.map(({ row: { revision } }) => revision))).toEqual([
        [],
        [2],
        [2],
      ]);
    });
  });
}
