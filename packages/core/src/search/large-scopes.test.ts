import { expect, it, test } from "vitest";
import { openTestMemory } from "../__fixtures__/open-test-memory.ts";
import type { Memory } from "../memory.ts";
import type { Whose } from "../ports/memory-store.ts";
import { createLargeScopes } from "./large-scopes.ts";

const alice = { userId: "alice" };

test("a scope that grows and shrinks is read as one that was never looked at before", async () => {
  const { memory, reopen } = await openTestMemory();
  const texts = Array.from({ length: 490 }, (_, index) => `Note ${index} is on gardens.`);
  await memory.import(JSON.stringify(texts), { scope: alice });
  await expectSameAsAtFirstSight(memory, reopen());

  const more = await Promise.all(
    Array.from({ length: 20 }, (_, index) => memory.put(`Plan ${index} is on gardens.`, alice)),
  );
  await expectSameAsAtFirstSight(memory, reopen());
  await expectSameAsAtFirstSight(memory, reopen());

  for (const { id } of more) await memory.delete(id, alice);
  await expectSameAsAtFirstSight(memory, reopen());
  await expectSameAsAtFirstSight(memory, reopen());
});

async function expectSameAsAtFirstSight(memory: Memory, other: Memory): Promise<void> {
  const options = { ...alice, limit: 20, threshold: 0, explain: true };
  const found = await memory.search("Which note on gardens is number 17?", options);
  expect(found.results).toHaveLength(20);
  expect(found).toEqual(await other.search("Which note on gardens is number 17?", options));
  await other.close();
}

it("forgets the scopes that were added first", () => {
  const scopes = createLargeScopes();
  for (let user = 0; user <= 10_000; user++) scopes.add(scopeOf(user));
  expect([scopes.has(scopeOf(0)), scopes.has(scopeOf(1))]).toEqual([false, true]);
  scopes.delete(scopeOf(1));
  expect(scopes.has(scopeOf(1))).toBe(false);
});

function scopeOf(user: number): Whose {
  return { type: "exact", scope: { userId: `user-${user}` } };
}
