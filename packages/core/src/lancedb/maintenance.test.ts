import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createMaintenance, type MaintenanceOptions } from "./maintenance.ts";

const MINUTE = 60_000;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Maintenance of a table whose compaction takes 10 ms. */
function start(options: Partial<MaintenanceOptions> = {}) {
  const runs: Date[] = [];
  const errors: unknown[] = [];
  const maintenance = createMaintenance({
    commits: 0,
    exclusively: (task) => task(),
    afterwards: async () => {},
    async optimize(olderThan) {
      runs.push(olderThan);
      await new Promise((resolve) => setTimeout(resolve, 10));
    },
    onError: (error) => errors.push(error),
    ...options,
  });
  const commit = async (times: number, rows = 1) => {
    for (let count = 0; count < times; count++) maintenance.noteCommit(rows);
    await vi.advanceTimersByTimeAsync(10);
  };
  return { maintenance, runs, errors, commit };
}

describe("createMaintenance", () => {
  it("compacts after 32 commits of a row, without a pause", async () => {
    const { runs, commit } = start();
    await commit(31);
    expect(runs).toHaveLength(0);
    await commit(1);
    expect(runs).toHaveLength(1);
  });

  it("compacts after eight commits and two seconds without another", async () => {
    const { runs, commit } = start();
    await commit(7);
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(runs).toHaveLength(0);
    await commit(1);
    await vi.advanceTimersByTimeAsync(1_900);
    await commit(1);
    await vi.advanceTimersByTimeAsync(1_900);
    expect(runs).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(100);
    expect(runs).toHaveLength(1);
  });

  it("counts what was there before, and large commits for more", async () => {
    const before = start({ commits: 40 });
    await before.commit(1);
    expect(before.runs).toHaveLength(1);
    const large = start();
    await large.commit(1, 5_000);
    expect(large.runs).toHaveLength(1);
  });

  it("rests five times the duration of a run, unless too much piles up", async () => {
    const { runs, commit } = start();
    await commit(32);
    await vi.advanceTimersByTimeAsync(39);
    await commit(200);
    expect(runs).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(11);
    await commit(1);
    expect(runs).toHaveLength(2);
    await commit(250);
    expect(runs).toHaveLength(2);
    await commit(20);
    expect(runs).toHaveLength(3);
  });

  it("keeps the versions of two minutes, and all since its run before", async () => {
    const { runs, commit } = start();
    const openedAt = Date.now();
    await commit(32);
    await vi.advanceTimersByTimeAsync(10 * MINUTE);
    const secondAt = Date.now();
    await commit(32);
    await vi.advanceTimersByTimeAsync(MINUTE);
    const thirdAt = Date.now();
    await commit(32);
    await vi.advanceTimersByTimeAsync(10 * MINUTE);
    await commit(32);
    expect(runs.map((run) => run.getTime())).toEqual([
      openedAt - 2 * MINUTE,
      openedAt,
      thirdAt - 2 * MINUTE,
      thirdAt,
    ]);
    expect(secondAt).toBeGreaterThan(thirdAt - 2 * MINUTE);
  });

  it("reports a failure, tries again after as many commits, and keeps the versions until then", async () => {
    let isBroken = true;
    const runs: number[] = [];
    const { errors, commit } = start({
      async optimize(olderThan) {
        runs.push(olderThan.getTime());
        if (isBroken) throw new Error("disk full");
      },
    });
    const openedAt = Date.now();
    await commit(33);
    expect(errors).toEqual([new Error("disk full")]);
    isBroken = false;
    await vi.advanceTimersByTimeAsync(10 * MINUTE);
    await commit(31);
    expect(errors).toHaveLength(1);
    expect(runs).toEqual([openedAt - 2 * MINUTE, openedAt]);
  });

  it("begins nothing once it was stopped", async () => {
    const { maintenance, runs, commit } = start();
    await commit(20);
    await maintenance.stop();
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(runs).toHaveLength(0);
  });
});
