import { expect, it } from "vitest";
import type { Whose } from "../../ports/memory-store.ts";
import { exactly } from "../../testing/memory-store/rows.ts";
import { createSearchPlanner } from "./plan-search.ts";

const ALICE = exactly({ userId: "alice" });
const BOB = exactly({ userId: "bob" });

/** A table whose rows are those of `scopes` and of others, and which notes whose are counted. */
function createTable(others: number, scopes: Map<Whose, number>) {
  const counted: Whose[] = [];
  const table = { others };
  const ofTable = async () => table.others + [...scopes.values()].reduce((sum, rows) => sum + rows);
  const of = async (whose: Whose) => {
    counted.push(whose);
    return scopes.get(whose) ?? 0;
  };
  return { table, scopes, counted, plan: createSearchPlanner({ ofTable, of }) };
}

it("counts nothing in a table that is no larger itself", async () => {
  const { plan, counted } = createTable(1_000, new Map([[ALICE, 9_000]]));
  expect(await plan(ALICE)).toBe("exact");
  expect(counted).toEqual([]);
});

it("compares up to 10,000 rows of a scope, and leaves more to the index", async () => {
  const { plan, scopes } = createTable(50_000, new Map([[ALICE, 10_000]]));
  expect(await plan(ALICE)).toBe("exact");
  scopes.set(ALICE, 10_001);
  expect(await plan(ALICE)).toBe("by index");
});

it("counts a small scope once, until the table has grown by so much that it may be large", async () => {
  const { plan, counted, table, scopes } = createTable(
    50_000,
    new Map([
      [ALICE, 9_000],
      [BOB, 100],
    ]),
  );
  for (const others of [50_000, 50_500, 51_000]) {
    table.others = others;
    expect([await plan(ALICE), await plan(BOB)]).toEqual(["exact", "exact"]);
  }
  expect(counted).toEqual([ALICE, BOB]);
  scopes.set(ALICE, 9_001);
  expect([await plan(ALICE), await plan(BOB)]).toEqual(["exact", "exact"]);
  expect(counted).toEqual([ALICE, BOB, ALICE]);
});

it("notices that a large scope has become small", async () => {
  const { plan, scopes } = createTable(50_000, new Map([[ALICE, 20_000]]));
  expect(await plan(ALICE)).toBe("by index");
  scopes.set(ALICE, 3);
  expect(await plan(ALICE)).toBe("exact");
});

it("forgets the sizes of scopes that were not asked for in a long time", async () => {
  const { plan, counted } = createTable(50_000, new Map([[ALICE, 100]]));
  await plan(ALICE);
  for (let user = 0; user < 10_000; user++) await plan(exactly({ userId: `user-${user}` }));
  await plan(ALICE);
  expect(counted.filter((whose) => whose === ALICE)).toHaveLength(2);
});
