import { InMemoryStore } from "@langchain/langgraph-checkpoint";
import { InvalidInputError } from "@palimpsest/core/tables";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isMatch } from "./is-match.ts";
import { narrowFilter, toFieldEntries } from "./narrow-filter.ts";
import { readFilter } from "./read-filter.ts";

/** As the store would bring them back. */
const stored = (values: object[]) => JSON.parse(JSON.stringify(values)) as object[];
const matches = (value: object, filter: object) => isMatch(value, readFilter(filter));

describe("a filter", () => {
  it.each<[filter: object, met: object[], unmet: object[]]>([
    [{}, [{}, { a: 1 }], []],
    [{ a: 1 }, [{ a: 1 }, { a: 1, b: 2 }], [{ a: 2 }, { a: "1" }, { a: true }, { a: [1] }, {}]],
    [{ a: "2" }, [{ a: "2" }], [{ a: 2 }]],
    [{ a: null }, [{ a: null }], [{}, { a: 0 }, { a: "" }, { a: false }]],
    [{ a: undefined }, [{}], [{ a: null }, { a: 1 }]],
    [{ a: 1, b: 2 }, [{ a: 1, b: 2 }], [{ a: 1 }, { b: 2 }]],
    [{ "a.b": 1 }, [{ "a.b": 1 }], [{ a: { b: 1 } }]],
    [{ a: { b: [1, { c: 2 }] } }, [{ a: { b: [1, { c: 2 }] } }], [{ a: { b: [1] } }, { a: {} }]],
    [
      { a: { x: 1, y: 2 } },
      [{ a: { y: 2, x: 1 } }],
      [{ a: { x: 1 } }, { a: { x: 1, y: 2, z: 3 } }],
    ],
    [{ a: [1, 2] }, [{ a: [1, 2] }], [{ a: [2, 1] }, { a: { 0: 1, 1: 2 } }]],
    [{ a: {} }, [{ a: {} }], [{ a: 1 }, {}, { a: [] }]],
    [{ toString: 1 }, [{ toString: 1 }], [{}]],
    [{ a: { $eq: 1 } }, [{ a: 1 }], [{ a: 2 }, {}]],
    [{ a: { $eq: { b: 1 } } }, [{ a: { b: 1 } }], [{ a: { b: 2 } }]],
    [{ a: { $ne: 1 } }, [{ a: 2 }, { a: "1" }, {}, { a: null }], [{ a: 1 }]],
    [
      { a: { $gt: 1 } },
      [{ a: 2 }, { a: "2" }, { a: 1e300 }],
      [{ a: 1 }, { a: "x" }, {}, { a: {} }],
    ],
    [{ a: { $gte: 1 } }, [{ a: 1 }, { a: true }], [{ a: 0 }, { a: null }, { a: [1] }]],
    [{ a: { $lt: 1 } }, [{ a: 0 }, { a: null }, { a: "" }], [{ a: 1 }, {}, { a: "x" }]],
    [{ a: { $lte: 1 } }, [{ a: 1 }, { a: false }], [{ a: 2 }, {}]],
    [{ a: { $gt: Number.NaN } }, [], [{ a: 1 }, {}]],
    [{ a: Number.NaN }, [], [{ a: null }, { a: 1 }, {}]],
    [{ a: { $gt: 0, $lt: 5 } }, [{ a: 3 }], [{ a: 0 }, { a: 5 }]],
    [{ a: { $gt: "2026-01-01" } }, [{ a: "2026-01-02" }], [{ a: "2025-12-31" }, { a: 3000 }]],
    [{ a: { $lte: new Date(0) } }, [{ a: new Date(0).toJSON() }], [{ a: new Date(1).toJSON() }]],
    [{ a: new Date(0) }, [{ a: new Date(0).toJSON() }], [{ a: 0 }, { a: {} }]],
    [{ a: { $in: [1, "x", null] } }, [{ a: 1 }, { a: "x" }, { a: null }], [{ a: "1" }, {}]],
    [{ a: { $in: [{ b: 1 }] } }, [{ a: { b: 1 } }], [{ a: { b: 2 } }]],
    [{ a: { $in: [] } }, [], [{ a: 1 }, {}]],
    [{ a: { $in: "abc" } }, [], [{ a: "a" }, {}]],
    [{ a: { $nin: [1, 2] } }, [{ a: 3 }, {}], [{ a: 1 }]],
    [{ a: { $nin: "abc" } }, [{ a: "a" }, {}], []],
    // Each of these is met by everything in PostgresStore, which leaves out operators that it does not know.
    [{ a: { $exists: true } }, [], [{ a: 1 }, {}]],
    [{ a: { $gt: 1, $regex: "." } }, [], [{ a: 2 }, {}]],
    [{ a: { $GT: 1 } }, [], [{ a: 2 }]],
  ])("%j is met by what it says", (filter, met, unmet) => {
    for (const value of stored(met)) expect(value).toSatisfy((one: object) => matches(one, filter));
    for (const value of stored(unmet)) {
      expect(value).not.toSatisfy((one: object) => matches(one, filter));
    }
  });

  it.each([[1], ["text"], [[{ a: 1 }]], [{ a: { $eq: { n: 1n } } }], [{ a: () => {} }]])(
    "that is none is refused: %s",
    (filter) => {
      expect(() => readFilter(filter)).toThrow(InvalidInputError);
    },
  );
});

const scalar = fc.oneof(
  fc.constantFrom(null, true, false, 0, -0, 1, 2, -1.5, "", "a", "1", "2", 'it\'s "x"', "\uD800"),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.string(),
);
const field = fc.constantFrom("a", "b", "a.b", "__proto__", '"', "toString");
const json = fc.oneof(scalar, fc.array(scalar, { maxLength: 2 }), fc.dictionary(field, scalar));
const value = fc.dictionary(field, json, { maxKeys: 3 });
const operator = fc.constantFrom("$eq", "$ne", "$gt", "$gte", "$lt", "$lte", "$in", "$nin");
const filter = fc.dictionary(
  field,
  fc.oneof(
    json,
    fc.dictionary(operator, fc.oneof(json, fc.array(json, { maxLength: 3 })), { maxKeys: 2 }),
  ),
  { maxKeys: 2 },
);

describe("what a table may look for in the place of a filter", () => {
  it("is in every value that meets it, and where that is exact in no other", () => {
    fc.assert(
      fc.property(value, filter, (given, wanted) => {
        const tests = readFilter(wanted);
        const [kept = {}] = stored([given]);
        const { conditions, isExact } = narrowFilter(tests);
        const entries = toFieldEntries(kept);
        const isFound = conditions.every(
          (condition) =>
            "any" in condition &&
            condition.any.some((one) => "contains" in one && entries.includes(one.contains)),
        );
        const isMet = isMatch(kept, tests);
        if (isMet) expect(isFound).toBe(true);
        if (isExact) expect(isFound).toBe(isMet);
      }),
      { numRuns: 2_000 },
    );
  });

  it("leaves out long texts and long lists", () => {
    const long = "x".repeat(500);
    expect(toFieldEntries({ long, short: "x", list: [1] })).toEqual(['"short":"x"']);
    const numbers = Array.from({ length: 100 }, (_, index) => index);
    for (const wanted of [{ long }, { a: { $in: numbers } }, { a: { $ne: 1 } }, { a: [1] }]) {
      expect(narrowFilter(readFilter(wanted))).toEqual({ conditions: [], isExact: false });
    }
    expect(narrowFilter(readFilter({ a: 1, b: { $gt: 1 } }))).toMatchObject({ isExact: false });
    expect(narrowFilter(readFilter({ a: 1, b: { $in: [1, 2] } }))).toMatchObject({ isExact: true });
  });
});

describe("filters", () => {
  it("are those of InMemoryStore, where both compare numbers, or values by equality", async () => {
    const plain = fc.constantFrom(null, true, 0, 1, 2, "a", "b");
    const tests = fc.oneof(
      fc.dictionary(fc.constantFrom("$eq", "$ne"), plain, { minKeys: 1 }),
      fc.dictionary(fc.constantFrom("$gt", "$gte", "$lt", "$lte"), fc.constantFrom(0, 1, 2), {
        minKeys: 1,
      }),
      fc.dictionary(fc.constantFrom("$in", "$nin"), fc.array(plain), { minKeys: 1 }),
      plain,
    );
    const fields = fc.constantFrom("a", "b");
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(fields, plain),
        fc.dictionary(fields, tests),
        async (given, wanted) => {
          const store = new InMemoryStore();
          await store.put(["a"], "k", given);
          const found = await store.search(["a"], { filter: wanted });
          expect(matches(given, wanted)).toBe(found.length === 1);
        },
      ),
      { numRuns: 500 },
    );
  });
});
