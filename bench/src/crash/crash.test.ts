import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { crash } from "./crash.ts";

it("loses, halves and doubles nothing over 26 kills, with damaged manifests between", async () => {
  const folder = await mkdtemp(join(tmpdir(), "palimpsest-crash-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const seed = 1 + Math.floor(Math.random() * 1_000_000);
  const report = await crash({ uri: join(folder, "store"), kills: 26, seed });
  expect(report.breaches, `seed ${seed}`).toEqual([]);
  expect(report.acknowledged, `seed ${seed}`).toBeGreaterThan(100);
  expect(report.cutOff, `seed ${seed}`).toBeGreaterThan(0);
  expect(report.recovered, `seed ${seed}`).toBe(3);
  expect(report.troubles, `seed ${seed}`).toEqual({});
}, 180_000);
