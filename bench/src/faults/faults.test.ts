import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { faults } from "./faults.ts";

it("forty adds to models that fail at random lose nothing and store nothing twice", async () => {
  const folder = await mkdtemp(join(tmpdir(), "palimpsest-faults-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const seed = 1 + Math.floor(Math.random() * 1_000_000);
  const report = await faults({ uri: join(folder, "store"), adds: 40, seed, percent: 20 });
  expect(report.breaches, `seed ${seed}`).toEqual([]);
  expect(report.left.dead, `seed ${seed}`).toBeGreaterThan(0);
  expect(Object.values(report.reported).reduce((sum, count) => sum + count, 0)).toBe(40);
}, 60_000);
