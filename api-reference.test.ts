import { mkdtempSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { writeReference } from "./scripts/api-reference/write-reference.ts";

const ROOT = import.meta.dirname;
const PAGES = join(ROOT, "docs/api");

/** A repository with one package `@palimpsest/tea`, of one module. */
function layOutPackage(source: string): string {
  const root = mkdtempSync(join(tmpdir(), "palimpsest-api-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const folder = join(root, "packages/tea");
  mkdirSync(folder, { recursive: true });
  const exports = {
    ".": { "@palimpsest/source": "./index.ts" },
    "./package.json": "./package.json",
  };
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "@palimpsest/tea", exports }));
  const names = Array.from(source.matchAll(/^export (?:async )?\w+ (\w+)/gm), ([, name]) => name);
  writeFileSync(join(folder, "index.ts"), `export { ${names.join(", ")} } from "./tea.ts";`);
  writeFileSync(join(folder, "tea.ts"), source);
  return root;
}

test("every export, and every method of one, has a docblock", () => {
  expect(writeReference(ROOT).undocumented).toEqual([]);
});

test("docs/api is what `pnpm docs:api` writes", () => {
  const { pages } = writeReference(ROOT);
  expect(readdirSync(PAGES).toSorted()).toEqual([...pages.keys()].toSorted());
  const outdated = [...pages].filter(
    ([name, text]) => readFileSync(join(PAGES, name), "utf8") !== text,
  );
  expect(outdated.map(([name]) => name)).toEqual([]);
});

test("what has no docblock is named, a member that overrides the host's is not", () => {
  const root = layOutPackage(`
export interface Tea {
  name: string;
  brew(): void;
  /** Drinks it. */
  drink(): void;
}
/** A pot. */
export class Pot extends Vessel { override pour(): void {} fill(): void {} #crack(): void {} }
export function makeTea(): Tea { return tea; }
`);
  expect(writeReference(root).undocumented).toEqual([
    "packages/tea/tea.ts: Pot.fill",
    "packages/tea/tea.ts: Tea",
    "packages/tea/tea.ts: Tea.brew",
    "packages/tea/tea.ts: makeTea",
  ]);
});

test("a page shows what can be called and what it throws, and nothing of the inside", () => {
  const root = layOutPackage(`
/**
 * Makes tea.
 *
 * @throws {Error} when the pot is empty.
 */
export async function makeTea(leaves: number = 3): Promise<void> { brew(leaves); }
/** A pot. */
export class Pot {
  private cracks = 2;
  /** In litres. */
  readonly volume: number = 1;
  fill(): void { pour(); }
}
`);
  const page = writeReference(root).pages.get("tea.md");
  expect(page).toContain("Makes tea.\n\nThrows `Error` when the pot is empty.");
  expect(page).toContain("async function makeTea(leaves: number = 3): Promise<void>;");
  expect(page).toContain("  /** In litres. */\n  readonly volume: number;\n  fill(): void;");
  expect(page).not.toMatch(/brew|pour|cracks/);
});
