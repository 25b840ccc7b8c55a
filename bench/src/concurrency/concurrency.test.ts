import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { concurrency } from "./concurrency.ts";

it.each([
  ["four processes with 40 operations each", { processes: 4, operations: 40, lanes: 2 }],
  ["one process with 200 concurrent calls", { processes: 1, operations: 200, lanes: 200 }],
])(
  "%s on the same five users lose, halve and double nothing",
  async (_, numbers) => {
    const folder = await mkdtemp(join(tmpdir(), "palimpsest-concurrency-"));
    onTestFinished(() => rm(folder, { recursive: true }));
    const seed = 1 + Math.floor(Math.random() * 1_000_000);
    const report = await concurrency({ uri: join(folder, "store"), seed, ...numbers });
    expect(report.breaches, `seed ${seed}`).toEqual([]);
    expect(report.operations).toBe(numbers.processes * numbers.operations);
    expect(report.acknowledged).toBeGreaterThan(numbers.operations / 2);
    expect(report.duplicates).toBeGreaterThan(0);
  },
  180_000,
);
