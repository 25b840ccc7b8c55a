import { beforeAll, describe, expect, it } from "vitest";
import type { Condition } from "../../ports/condition.ts";
import type { MemoryStore, Query } from "../../ports/memory-store.ts";
import type { VersionRow } from "../../ports/stored-rows.ts";
import { HOSTILE_TEXTS } from "./hostile-texts.ts";
import { exactly, newScope, versionRow } from "./rows.ts";

const EARLY = new Date("1999-12-31T23:59:59.999Z");
const MIDDLE = new Date("2026-06-01T12:00:00.000Z");
const LATE = new Date(8.64e15);

/** Rows by their texts, which is what the cases name them by. */
const ROWS: Record<string, Partial<VersionRow>> = {
  a: { subject: "anna", importance: 1, validTo: EARLY, pinned: true, entities: ["Berlin", "it's"] },
  b: { subject: "ben", importance: 3, validTo: MIDDLE, pinned: false, entities: ["berlin"] },
  c: { subject: "Zoë", importance: 5, validTo: LATE, pinned: false, entities: [] },
  d: {},
};

const CASES: readonly (readonly [condition: Condition<VersionRow>, expected: string])[] = [
  [{ column: "subject", equals: "anna" }, "a"],
  [{ column: "subject", equals: "ANNA" }, ""],
  [{ column: "subject", notEquals: "anna" }, "bc"],
  [{ column: "subject", isOneOf: ["ben", "Zoë", "nobody"] }, "bc"],
  [{ column: "subject", isOneOf: [] }, ""],
  [{ column: "subject", isBelow: "ben" }, "ac"],
  [{ column: "subject", isAtMost: "ben" }, "abc"],
  [{ column: "subject", isAbove: "anna" }, "b"],
  [{ column: "subject", isAbsent: true }, "d"],
  [{ column: "subject", isAbsent: false }, "abc"],
  [{ column: "importance", equals: 3 }, "b"],
  [{ column: "importance", notEquals: 3 }, "ac"],
  [{ column: "importance", isOneOf: [1, 5, 9] }, "ac"],
  [{ column: "importance", isOneOf: [] }, ""],
  [{ column: "importance", isBelow: 3 }, "a"],
  [{ column: "importance", isAtMost: 3 }, "ab"],
  [{ column: "importance", isAbove: 3 }, "c"],
  [{ column: "importance", isAbove: -(2 ** 40) }, "abc"],
  [{ column: "importance", isBelow: 1e300 }, "abc"],
  [{ column: "importance", isAtMost: 2.5 }, "a"],
  [{ column: "importance", isOneOf: [2.5, 5] }, "c"],
  [{ column: "importance", isAbsent: true }, "d"],
  [{ column: "validTo", equals: MIDDLE }, "b"],
  [{ column: "validTo", notEquals: MIDDLE }, "ac"],
  [{ column: "validTo", isOneOf: [EARLY, LATE] }, "ac"],
  [{ column: "validTo", isOneOf: [] }, ""],
  [{ column: "validTo", isBelow: MIDDLE }, "a"],
  [{ column: "validTo", isAtMost: MIDDLE }, "ab"],
  [{ column: "validTo", isAbove: MIDDLE }, "c"],
  [{ column: "validTo", isAbove: new Date(-8.64e15) }, "abc"],
  [{ column: "validTo", isBelow: LATE }, "ab"],
  [{ column: "validTo", isAbsent: true }, "d"],
  [{ column: "pinned", equals: true }, "a"],
  [{ column: "pinned", notEquals: true }, "bcd"],
  [{ column: "pinned", isOneOf: [true, false] }, "abcd"],
  [{ column: "pinned", isAbsent: true }, ""],
  [{ column: "entities", contains: "Berlin" }, "a"],
  [{ column: "entities", contains: "it's" }, "a"],
  [{ column: "entities", contains: "Ber" }, ""],
  [{ column: "entities", contains: "" }, ""],
  [{ all: [] }, "abcd"],
  [{ any: [] }, ""],
  [
    {
      all: [
        { column: "subject", isAbsent: false },
        { column: "importance", isAbove: 1 },
      ],
    },
    "bc",
  ],
  [
    {
      any: [
        { column: "subject", equals: "anna" },
        { column: "importance", equals: 5 },
      ],
    },
    "ac",
  ],
  // An absent value satisfies no comparison, wherever the comparison stands.
  [
    {
      any: [
        { column: "subject", notEquals: "x" },
        { column: "subject", isBelow: "x" },
      ],
    },
    "abc",
  ],
  [
    {
      all: [
        { column: "importance", notEquals: 3 },
        { column: "pinned", equals: false },
      ],
    },
    "c",
  ],
  [
    {
      any: [
        { all: [{ column: "pinned", equals: true }, { any: [] }] },
        { all: [{ column: "validTo", isAbsent: true }, { all: [] }] },
        { column: "text", equals: "c" },
      ],
    },
    "cd",
  ],
];

/** Rows are selected, ordered and cut as the query says. */
export function describeConditions(store: () => MemoryStore): void {
  describe("queries", () => {
    const scope = newScope();
    const whose = exactly(scope);

    beforeAll(async () => {
      const rows = Object.entries(ROWS).map(([text, values]) =>
        versionRow(scope, { ...values, text }),
      );
      await store().memories.append(rows);
    });

    const find = async (query: Query<VersionRow>) =>
      (await store().memories.find(whose, query)).map(({ text }) => text);

    it("select by every operator, on every type, among absent values", async () => {
      for (const [where, expected] of CASES) {
        const found = (await find({ where })).toSorted().join("");
        const count = await store().memories.count(whose, where);
        expect({ where, found, count }).toEqual({ where, found: expected, count: expected.length });
      }
    });

    it("take any text for a text", async () => {
      const hostile = newScope();
      const rows = HOSTILE_TEXTS.map((text) =>
        versionRow(hostile, { text, subject: text, entities: ["x", text] }),
      );
      await store().memories.append(rows);
      const findHostile = async (where: Condition<VersionRow>) => {
        const found = await store().memories.find(exactly(hostile), { where });
        return found.map((row) => row.text).toSorted();
      };
      const all = HOSTILE_TEXTS.toSorted();
      for (const text of HOSTILE_TEXTS) {
        const others = all.filter((other) => other !== text);
        expect(await findHostile({ column: "subject", equals: text })).toEqual([text]);
        expect(await findHostile({ column: "subject", isOneOf: [text, "x"] })).toEqual([text]);
        expect(await findHostile({ column: "subject", notEquals: text })).toEqual(others);
        expect(await findHostile({ column: "entities", contains: text })).toEqual([text]);
      }
      expect(await findHostile({ column: "subject", isOneOf: HOSTILE_TEXTS })).toEqual(all);
    });

    it("nest, and list, as deep and as long as a program might", async () => {
      let where: Condition<VersionRow> = { column: "text", equals: "b" };
      for (let depth = 0; depth < 30; depth++) {
        where = depth % 2 === 0 ? { all: [where, { all: [] }] } : { any: [where, { any: [] }] };
      }
      expect(await find({ where })).toEqual(["b"]);
      const texts = Array.from({ length: 5_000 }, (_, index) => `text ${index}`);
      expect(await find({ where: { column: "text", isOneOf: [...texts, "b"] } })).toEqual(["b"]);
    });

    it("order by a column, absent values last, equal ones by their keys", async () => {
      const orders = [
        ["importance", false, "abcd"],
        ["importance", true, "cbad"],
        ["validTo", true, "cbad"],
        ["subject", false, "cabd"],
        ["subject", true, "bacd"],
      ] as const;
      for (const [column, descending, expected] of orders) {
        expect((await find({ orderBy: { column, descending } })).join("")).toBe(expected);
      }
      const tied = await store().memories.find(whose, { orderBy: { column: "status" } });
      const keys = tied.map(({ key }) => key);
      expect(keys).toEqual(keys.toSorted());
    });

    it("cut after the limit, and after the order", async () => {
      const orderBy = { column: "importance", descending: true } as const;
      expect(await find({ orderBy, limit: 2 })).toEqual(["c", "b"]);
      expect(await find({ orderBy, limit: 0 })).toEqual([]);
      expect(await find({ orderBy, limit: 99 })).toHaveLength(4);
      expect(await find({ limit: 3 })).toHaveLength(3);
      expect(await find({ where: { column: "pinned", equals: false }, limit: 1 })).toHaveLength(1);
    });
  });
}
