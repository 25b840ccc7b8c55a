import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createMaintenance, type MaintenanceOptions } from "./maintenance.ts";
import { type Pace, toDurablePace, toPace } from "./pace.ts";
import type { Upkeep } from "./upkeep.ts";

const MINUTE = 60_000;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Upkeep that does this, and has nothing to clear. */
function upkeep(keepUp: Upkeep["keepUp"]): Upkeep {
  return { keepUp, clear: async () => {} };
}

/** Maintenance of a table whose compaction takes 10 ms. */
function start(options: Partial<MaintenanceOptions> = {}) {
  const runs: Date[] = [];
  const errors: unknown[] = [];
  const maintenance = createMaintenance({
    pace: toPace({ uri: "", kind: "folder" }, "memories") as Pace,
    isAutomatic: true,
    commits: 0,
    inTurn: async (task) => {
      await task();
      return true;
    },
    measure: async () => ({ bytes: 0, liveBytes: 0 }),
    upkeep: upkeep(async ({ olderThan }) => {
      runs.push(olderThan);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }),
    settleCalls: async () => {},
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
  it("begins nothing by itself where somebody else does it, and runs when it is told to", async () => {
    const { maintenance, runs, commit } = start({ isAutomatic: false });
    await commit(300);
    await vi.advanceTimersByTimeAsync(10 * MINUTE);
    expect(runs).toHaveLength(0);
    await Promise.all([maintenance.runNow(), vi.advanceTimersByTimeAsync(10)]);
    expect(runs).toHaveLength(1);
  });

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

  it("waits for more commits the more a compaction has to rewrite, within bounds", async () => {
    const gigabyte = 1024 ** 3;
    for (const [liveBytes, commits] of [
      [gigabyte / 100, 32],
      [gigabyte, 256],
      [100 * gigabyte, 512],
    ] as const) {
      const { runs, commit } = start({
        pace: toDurablePace({ uri: "", kind: "folder" }) as Pace,
        measure: async () => ({ bytes: liveBytes, liveBytes }),
      });
      await commit(32, 0);
      await vi.advanceTimersByTimeAsync(60);
      await commit(commits - 1, 0);
      expect(runs).toHaveLength(1);
      await commit(1, 0);
      expect(runs).toHaveLength(2);
    }
  });

  it("keeps the versions of two minutes", async () => {
    const kept: number[] = [];
    const { commit } = start({
      upkeep: upkeep(async ({ olderThan }) => {
        kept.push(Date.now() - olderThan.getTime());
      }),
    });
    for (const minutes of [0, 10, 1]) {
      await vi.advanceTimersByTimeAsync(minutes * MINUTE);
      await commit(32);
    }
    expect(kept).toEqual(kept.map(() => 2 * MINUTE));
    expect(kept.length).toBeGreaterThanOrEqual(3);
  });

  it("reports a failure, and tries again after as many commits", async () => {
    let isBroken = true;
    let tries = 0;
    const { errors, commit } = start({
      upkeep: upkeep(async () => {
        tries += 1;
        if (isBroken) throw new Error("disk full");
      }),
    });
    await commit(32);
    expect(errors).toEqual([new Error("disk full")]);
    isBroken = false;
    await vi.advanceTimersByTimeAsync(10 * MINUTE);
    await commit(32);
    expect(errors).toHaveLength(1);
    expect(tries).toBe(2);
  });

  it("waits for its turn, and comes again soon when another process has it", async () => {
    let isOurs = false;
    const { runs, errors, commit } = start({
      async inTurn(task) {
        if (isOurs) await task();
        return isOurs;
      },
    });
    await commit(40);
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(runs).toHaveLength(0);
    isOurs = true;
    await vi.advanceTimersByTimeAsync(2_000);
    expect(runs).toHaveLength(1);
    expect(errors).toEqual([]);
  });

  it("comes again soon, without a fuss, when others wrote all the while", async () => {
    let tries = 0;
    const { maintenance, errors, commit } = start({
      upkeep: upkeep(async () => {
        tries += 1;
        if (tries === 1) throw new Error("lance error: Retryable commit conflict for version 7");
      }),
    });
    await commit(32);
    expect(tries).toBe(1);
    expect(maintenance.lastRun?.error).toContain("commit conflict");
    await vi.advanceTimersByTimeAsync(2_000);
    expect(tries).toBe(2);
    expect(maintenance.lastRun?.error).toBeUndefined();
    expect(errors).toEqual([]);
  });

  it("comes once more, for what the last run replaced", async () => {
    const { runs, commit } = start();
    const openedAt = Date.now();
    await commit(32);
    await vi.advanceTimersByTimeAsync(10 * MINUTE);
    expect(runs).toHaveLength(2);
    expect(runs[1]?.getTime()).toBeGreaterThanOrEqual(openedAt);
  });

  it("keeps no more of the past than it must when the folder is bloated, and less again at rest", async () => {
    const { runs, commit } = start({
      measure: async () => ({ bytes: 4_000_000, liveBytes: 1_000_000 }),
    });
    const openedAt = Date.now();
    await commit(32);
    expect(runs[0]?.getTime()).toBe(openedAt);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(runs).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(runs).toHaveLength(2);
    expect(runs[1]?.getTime()).toBeGreaterThan(openedAt + 1_000);
  });

  it("runs for nothing but the past only at rest", async () => {
    const { runs, commit } = start();
    await commit(32);
    for (let second = 0; second < 150; second += 1) {
      if (second % 100 === 0) await commit(1);
      await vi.advanceTimersByTimeAsync(1_000);
    }
    expect(runs).toHaveLength(2);
  });

  it("keeps its pace when somebody sets the clock back, or forward", async () => {
    const { runs, commit } = start();
    await commit(32);
    const openedAt = Date.now();
    for (const days of [-365, 730]) {
      vi.setSystemTime(openedAt + days * 24 * 60 * MINUTE);
      await vi.advanceTimersByTimeAsync(MINUTE);
      await commit(32);
    }
    expect(runs).toHaveLength(3);
  });

  it("remembers its last run, and why it failed", async () => {
    const fine = start();
    expect(fine.maintenance.lastRun).toBeUndefined();
    await fine.commit(32);
    expect(fine.maintenance.lastRun).toEqual({ startedAt: expect.any(Date), durationMs: 10 });
    const broken = start({
      upkeep: upkeep(async () => {
        throw new Error("disk full");
      }),
    });
    await broken.commit(32);
    expect(broken.maintenance.lastRun).toMatchObject({ error: "disk full" });
  });

  it("begins nothing once it was stopped", async () => {
    const { maintenance, runs, commit } = start();
    await commit(20);
    await maintenance.stop();
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(runs).toHaveLength(0);
  });
});
