import { execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";

// No block of TypeScript in docs/ stands for itself. Those of the guide are fragments, which are type-checked here
// within a frame that declares what they speak of. All others are cut from programs that are type-checked where they
// stand; one that is followed by a block of text is run, and has to print just that.

const ROOT = import.meta.dirname;
const EXAMPLE = join(ROOT, "examples/quickstart");
const read = (path: string) => readFileSync(join(ROOT, path), "utf8");

const pages = globSync("docs/{*,guides/**/*,recipes/*}.md", { cwd: ROOT }).filter(
  (page) => page !== "docs/guide.md",
);
const programs = globSync(["examples/*/src/**/*.ts", "packages/*/readme/*.ts"], { cwd: ROOT }).map(
  (path) => ({ path, text: withoutIndents(read(path)) }),
);

/** What the fragments of the guide speak of without saying what it is. */
const FRAME = `
import { createReadStream } from "node:fs";
import type { Writable } from "node:stream";
import { createMemory, httpReranker, lexicalEmbedder, localModel, modelReranker, openai, openaiEmbedder,
  transformersEmbedder, transformersReranker } from "@palimpsest/core";
import type { Memory, Message, RedactHook } from "@palimpsest/core";
declare const memory: Memory, other: Memory, messages: readonly Message[], hook: RedactHook, out: Writable;
declare const at: Date, metadata: Record<string, string>;
declare const userId: string, sessionId: string, idempotencyKey: string, id: string, query: string;
declare const contract: string, page: string, model: string, apiKey: string, region: string;
`;

interface Block {
  page: string;
  code: string;
  /** What the page says that the program prints. */
  output: string | undefined;
}

const blocks: Block[] = pages.flatMap((page) =>
  Array.from(
    read(page).matchAll(
      /^```ts\n([\s\S]*?)^```\n(?:(?:(?!^(?:```|#))[\s\S])*^```text\n([\s\S]*?)^```)?/gm,
    ),
    ([, code = "", output]) => ({ page, code, output }),
  ),
);
const shown = blocks.filter(({ output }) => output !== undefined);

test("there are programs in the pages, and outputs", () => {
  expect(blocks.length).toBeGreaterThan(10);
  expect(shown.length).toBeGreaterThan(4);
});

test.each(pages)("the code in %s is cut from programs", (page) => {
  const strays = blocks.filter((block) => block.page === page && !programOf(block.code));
  expect(strays.map(({ code }) => code)).toEqual([]);
});

test.each(shown)("the program in $page prints what the page says", ({ code, output = "" }) => {
  const printed = runProgram(programOf(code)?.path ?? "");
  expect(onOneDay(printed)).toBe(onOneDay(output));
});

test("the function remembers behind its answer what the next call recalls", () => {
  const printed = runProgram("examples/quickstart/src/docs/call-serverless.ts");
  expect(printed).toContain("User lives in Berlin");
});

test("the server recalls what it was told, and ends by itself when it is asked to", async () => {
  const server = spawn(
    process.execPath,
    ["--conditions=@palimpsest/source", join(EXAMPLE, "src/docs/node-server.ts")],
    { cwd: newFolder(), env: { ...process.env, OPENAI_API_KEY: "", PORT: "0" } },
  );
  onTestFinished(() => void server.kill("SIGKILL"));
  const [line] = (await once(server.stdout, "data")) as [Buffer];
  const port = /port: (\d+)/.exec(line.toString())?.[1];
  const say = async (said: string) => {
    const body = JSON.stringify({ said });
    const response = await fetch(`http://localhost:${port}`, { method: "POST", body });
    return response.text();
  };
  await say("I live in Berlin.");
  await expect.poll(() => say("Where do I live?"), { timeout: 20_000 }).toContain("in Berlin");
  server.kill("SIGTERM");
  expect(await once(server, "exit")).toEqual([0, null]);
});

test.each([...pages, "docs/guide.md"])("every heading that %s links to is there", (page) => {
  const links = read(page).matchAll(/\]\((?!https?:)([^)#]*)#([^)]+)\)/g);
  const missing = Array.from(links, ([, path = "", anchor = ""]) => ({
    path: path === "" ? page : join(page, "..", path),
    anchor,
  })).filter(({ path, anchor }) => !anchorsOf(read(path)).includes(anchor));
  expect(missing).toEqual([]);
});

test("the fragments of the guide are right in their types", () => {
  const fragments = Array.from(read("docs/guide.md").matchAll(/^```ts\n([\s\S]*?)^```/gm));
  expect(fragments.length).toBeGreaterThan(10);
  // Within the example, whose dependencies they may import.
  const folder = join(EXAMPLE, "node_modules/.guide");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [index, [, fragment = ""]] of fragments.entries()) {
    const text = /^import /m.test(fragment) ? fragment : `${FRAME}{\n${fragment}}\n`;
    writeFileSync(join(folder, `fragment-${index}.ts`), text);
  }
  const files = fragments.map((_, index) => `fragment-${index}.ts`);
  const base = join(ROOT, "tsconfig.base.json");
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ extends: base, files }));
  const { stdout } = spawnSync(join(ROOT, "node_modules/.bin/tsc"), ["-p", folder], {
    encoding: "utf8",
  });
  expect(stdout).toBe("");
});

/** What a program prints that runs in a folder with the files that are given to it, without a key. */
function runProgram(path: string): string {
  const folder = newFolder();
  cpSync(join(EXAMPLE, "src/docs/given"), folder, { recursive: true });
  return execFileSync(process.execPath, ["--conditions=@palimpsest/source", join(ROOT, path)], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, OPENAI_API_KEY: "", MEMORY_URI: "./memory", NO_COLOR: "1" },
  });
}

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "palimpsest-docs-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** The anchors of the headings of a page, as GitHub makes them. */
function anchorsOf(page: string): string[] {
  return Array.from(page.matchAll(/^#+ (.*)$/gm), ([, heading = ""]) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
      .replaceAll(" ", "-"),
  );
}

/** The program that a block was cut from. */
function programOf(code: string): { path: string } | undefined {
  const lines = withoutIndents(code);
  return programs.find(({ text }) => `\n${text}`.includes(`\n${lines}`));
}

/** A block may be cut from within a function. */
function withoutIndents(text: string): string {
  return text.replaceAll(/^[ \t]+/gm, "");
}

function onOneDay(text: string): string {
  return text.replaceAll(/\d{4}-\d\d-\d\d/g, "2026-03-01");
}
