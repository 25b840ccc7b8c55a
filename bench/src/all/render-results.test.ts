import { expect, it } from "vitest";
import { measuredTask, unmeasuredTask } from "./__fixtures__/measured.ts";
import { renderResults } from "./render-results.ts";

const VERSIONS = { commit: "abc1234", packages: { mem0ai: "3.3.1" } };
const KEPT = { name: "recall@10 at least 0.870", measured: "0.900", holds: true };
const LOST = { name: "search p95 at 1,000 under 15 ms", measured: "99.0 ms", holds: false };

const page = renderResults(
  [
    measuredTask("locomo", { goals: [KEPT] }),
    measuredTask("scale", { goals: [LOST] }),
    unmeasuredTask("mastra"),
  ],
  { versions: VERSIONS, drawn: new Set(["locomo"]) },
);

it("tells when, where and of what it was measured, once for one machine", () => {
  expect(page).toMatch(/^\| from +\| +2026-01-02 03:04 UTC \|$/m);
  expect(page.match(/Made-up CPU, 2 cores, 8 GB, linux x64, Node v24.0.0/g)).toHaveLength(1);
  expect(page).toMatch(/^\| commit .*abc1234 \|$[^]*^\| `mem0ai` +\| +3\.3\.1 \|$/m);
});

it("tells of each measure whether its goals hold, or that nothing measured them", () => {
  expect(page).toMatch(/Evidence found[^]*?\| recall@10 .*\| +locomo \| +0\.900 \| +holds \|/);
  expect(page).toMatch(/as a store grows\*\*[^]*?\| search .*99\.0 ms \| \*\*MISSED\*\* \|/);
  expect(page).toMatch(/semantic recall on LibSQL\*\*.*\n\| +\| +mastra \| not measured \|/);
});

it("has a section for each bench, with its command, its table, and its drawing if it has one", () => {
  expect(page).toMatch(/^ {4}npx -y pnpm@12 bench locomo$[^]*\| table of locomo \|/m);
  expect(page).toContain("](plots/locomo.svg)");
  expect(page).not.toContain("plots/scale.svg");
  expect(page).toContain("- **MISSED**: search p95 at 1,000 under 15 ms: 99.0 ms");
  expect(page).toMatch(/bench mastra .*\n\nNot measured: it did not come to its end\./);
});

it("ends with what is not claimed", () => {
  expect(page).toMatch(/^## What is not claimed$[^]*CC BY-NC 4\.0[^]*\n$/m);
  expect(page).toMatch(/`locomo --answers` and `longmemeval` do that with a key, and no figures/);
});
