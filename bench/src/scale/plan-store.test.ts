import { describe, expect, it } from "vitest";
import { LARGE_USER, memoriesOf, planStore, userOf } from "./plan-store.ts";

describe("planStore", () => {
  it("gives every user 100 memories, until there are enough users", () => {
    const users = [50, 1_000, 100_000, 1_000_000, 2_000_000].map(
      (size) => planStore(size, 10_000).users,
    );
    expect(users).toEqual([1, 10, 1_000, 10_000, 10_000]);
  });

  it("gives one user 20,000 in large stores", () => {
    expect(memoriesOf(LARGE_USER, planStore(10_000, 10_000))).toEqual([]);
    for (const size of [100_000, 1_000_000]) {
      const plan = planStore(size, 10_000);
      expect(memoriesOf(LARGE_USER, plan)).toHaveLength(20_000);
    }
  });
});

it.each([1_000, 100_000, 150_001])(
  "%d memories belong to one user each, who is told all",
  (size) => {
    const plan = planStore(size, 10_000);
    const users = [...Array.from({ length: plan.users }, (_, at) => `user-${at}`), LARGE_USER];
    const told = users.flatMap((user) => memoriesOf(user, plan).map((index) => ({ index, user })));
    expect(told).toHaveLength(size);
    const shares = users.slice(0, plan.users).map((user) => memoriesOf(user, plan).length);
    expect(Math.min(...shares)).toBeGreaterThanOrEqual(80);
    expect(new Set(told.map(({ index }) => index)).size).toBe(size);
    expect(told.every(({ index, user }) => userOf(index, plan) === user)).toBe(true);
  },
);
