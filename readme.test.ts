import { execFileSync } from "node:child_process";
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";

const ROOT = import.meta.dirname;
const DOCUMENTS = [
  "README.md",
  "ARCHITECTURE.md",
  "CONTRIBUTING.md",
  "SECURITY.md",
  ...globSync("docs/**/*.md", { cwd: import.meta.dirname }),
  "packages/core/README.md",
  "packages/inspector/README.md",
  "packages/vercel-ai/README.md",
  "packages/vercel-ai/TRAPS.md",
  "packages/langgraph/README.md",
  "packages/langgraph/TRAPS.md",
  "examples/langgraph-agent/README.md",
  "packages/mastra/README.md",
  "packages/mastra/TRAPS.md",
  "examples/mastra-agent/README.md",
  ...globSync("docs/api/*.md", { cwd: ROOT }),
];

const read = (path: string) => readFileSync(join(ROOT, path), "utf8");

/** The first output that a page shows. */
const shown = (path: string) => /```text\n([\s\S]*?)```/.exec(read(path))?.[1] ?? "";

const QUICKSTART = "examples/quickstart/src/quickstart.ts";

test("the quickstart is the example, and of about twenty lines", () => {
  const [, block = ""] = /```ts\n([\s\S]*?)```/.exec(read("README.md")) ?? [];
  expect(block).toBe(read(QUICKSTART));
  expect(block.split("\n").filter((line) => line.trim() !== "").length).toBeLessThanOrEqual(20);
});

test("the quickstart's output is that of the page whose program the tests run", () => {
  expect(shown("README.md")).toContain("User lives in Amsterdam");
  expect(shown("README.md")).toBe(shown("docs/quickstart.md"));
});

test("the quickstart prints what the README says", () => {
  const folder = mkdtempSync(join(tmpdir(), "palimpsest-readme-"));
  try {
    const output = execFileSync(
      process.execPath,
      ["--conditions=@palimpsest/source", join(ROOT, QUICKSTART)],
      { cwd: folder, encoding: "utf8", env: { ...process.env, OPENAI_API_KEY: "", NO_COLOR: "1" } },
    );
    expect(output).toContain("[ 'User lives in Amsterdam' ]");
    expect(output).toContain("User lives in Berlin | ADD");
    expect(output).toMatch(
      /<recalled-memories>[\s\S]*fish[\s\S]*Amsterdam[\s\S]*<\/recalled-memories>|<recalled-memories>[\s\S]*Amsterdam[\s\S]*fish[\s\S]*<\/recalled-memories>/,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test.each(DOCUMENTS)("every link of %s leads somewhere", (document) => {
  const links = Array.from(
    read(document).matchAll(/\]\((?!https?:|#)([^)#]+)/g),
    ([, link = ""]) => link,
  );
  const missing = links.filter((link) => !existsSync(join(ROOT, document, "..", link)));
  expect(missing).toEqual([]);
});

test("every script that the README names is there", () => {
  const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
  const named = Array.from(
    read("README.md").matchAll(/^ {4}npx -y pnpm@12 (\w+)/gm),
    ([, name]) => name,
  );
  expect(named.length).toBeGreaterThan(3);
  for (const name of named) expect(scripts).toHaveProperty(name ?? "");
});

test.each(["vercel-ai", "langgraph", "mastra"])(
  "every test that the traps of packages/%s name is there",
  (adapter) => {
    const folder = join(ROOT, "packages", adapter);
    const tests = globSync("{src,packaging,readme}/**/*.ts", { cwd: folder }).map((path) =>
      readFileSync(join(folder, path), "utf8"),
    );
    const rows = Array.from(
      read(`packages/${adapter}/TRAPS.md`).matchAll(/^\|.*\|$/gm),
      ([row]) => row,
    );
    const titles = rows.flatMap((row) =>
      // "… if so": the end of a title whose beginning stands before it.
      Array.from(row.matchAll(/"(?:… ?)?([^"]+)"/g), ([, title = ""]) => title),
    );
    expect(titles.length).toBeGreaterThan(27);
    expect(titles.filter((title) => !tests.some((text) => text.includes(`${title}"`)))).toEqual([]);
  },
);
