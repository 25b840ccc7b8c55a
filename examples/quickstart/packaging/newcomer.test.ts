import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startOpenAIServer } from "@palimpsest/openai-server";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { install, makeProject, packAll, pin, readPage, runProgram } from "./follow-page.ts";

// What somebody does who has read one page of docs/: installs what it names, with our tarballs in the place of the
// registry's packages, saves its first program, and runs it. One install serves all pages.

const GUIDES = ["guides/vercel-ai.md", "guides/langgraph.md", "guides/mastra.md"];
const BERLIN = { facts: [{ text: "User lives in Berlin" }] };

let folder: string;
let packed: Map<string, string>;
let project: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "palimpsest-newcomer-"));
  packed = await packAll(folder);
  project = join(folder, "npm");
  await makeProject(project);
  const pages = await Promise.all(["quickstart.md", ...GUIDES].map(readPage));
  const names = new Set(pages.flatMap(({ packages }) => packages));
  const pinned = await Promise.all([...names].map((name) => pin(name, packed)));
  await install(project, ["npm", "install", "--prefer-offline", ...pinned]);
}, 600_000);

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
}, 120_000);

test("the quickstart runs without a key", async () => {
  const { program } = await readPage("quickstart.md");
  const printed = await runProgram(project, "core", program, {});
  expect(printed).toContain("[ 'User lives in Amsterdam' ]");
}, 120_000);

test.each(GUIDES)(
  "the quickstart of %s runs, and its last answer knows what was told",
  async (path) => {
    const server = await startOpenAIServer({
      chat: ({ toolChoice, system }) => {
        if (typeof toolChoice === "object") {
          const answer = toolChoice.name === "record_facts" ? BERLIN : {};
          return { toolCalls: [{ name: toolChoice.name, arguments: answer }] };
        }
        return { text: system.includes(BERLIN.facts[0]?.text ?? "") ? "In Berlin." : "Noted." };
      },
      // Whatever is asked is about what is known, as a real embedder would see it here.
      embed: (_text, { dimensions }) => [1, ...Array<number>(dimensions - 1).fill(0)],
    });
    onTestFinished(() => server.close());
    const { program } = await readPage(path);
    const name = path.replace(/\W/g, "-");
    const settings = { OPENAI_API_KEY: "test", OPENAI_BASE_URL: server.baseUrl };
    expect(await runProgram(project, name, program, settings)).toContain("In Berlin.\n");
  },
  120_000,
);

test("with pnpm it takes the one block of the quickstart", async () => {
  const { program, settings } = await readPage("quickstart.md");
  const own = join(folder, "pnpm");
  await makeProject(own);
  await writeFile(join(own, "pnpm-workspace.yaml"), settings);
  await install(own, ["npx", "-y", "pnpm@12", "add", await pin("@palimpsest/core", packed)]);
  const printed = await runProgram(own, "core", program, {});
  expect(printed).toContain("[ 'User lives in Amsterdam' ]");
}, 300_000);
