import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { writeLicences } from "./scripts/packages/write-licences.ts";

const ROOT = import.meta.dirname;
/** Licences that ask for no more than to be named. */
const PERMISSIVE = ["0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT"];

const cells = (row: string) => row.split("|").map((cell) => cell.trim());
const rows = writeLicences(ROOT)
  .split("\n")
  .filter((line) => line.startsWith("| "))
  .slice(2)
  .map(cells);

test("docs/licences.md is what `pnpm licences` writes", () => {
  const committed = readFileSync(join(ROOT, "docs/licences.md"), "utf8").split("\n");
  const own = committed.filter((line) => line.startsWith("| ")).slice(2);
  expect(own.map(cells)).toEqual(rows);
});

test("everything that is installed with Palimpsest has a permissive licence", () => {
  expect(rows.length).toBeGreaterThan(10);
  expect(rows.filter(([, , , licence = ""]) => !PERMISSIVE.includes(licence))).toEqual([]);
});
