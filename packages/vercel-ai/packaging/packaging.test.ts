import { execFile } from "node:child_process";
import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { type ChatRequest, startOpenAIServer } from "@palimpsest/openai-server";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { layOutProject, packPackages } from "./install-packages.ts";

const run = promisify(execFile);
const RECORDED = { name: "record_facts", arguments: { facts: [{ text: "User lives in Berlin" }] } };
const SEARCH = { name: "searchMemory", arguments: { query: "Where does the user live?" } };
let folder: string;
let packed: { core: string; adapter: string };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "palimpsest-packaging-"));
  packed = await packPackages(folder);
}, 60_000);

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

test.each([
  ["7", { ai: "ai", "@ai-sdk/openai": "@ai-sdk/openai" }],
  ["6", { ai: "ai-v6", "@ai-sdk/openai": "@ai-sdk/openai-v3" }],
])(
  "what is published gives a model of AI SDK %s memory, in plain Node",
  async (version, linked) => {
    const requests: ChatRequest[] = [];
    const server = await startOpenAIServer({
      chat: (request) => {
        if (typeof request.toolChoice === "object") return { toolCalls: [RECORDED] };
        requests.push(request);
        return requests.length === 2 ? { toolCalls: [SEARCH] } : { text: "In Berlin." };
      },
    });
    onTestFinished(() => server.close());
    const project = join(folder, `project-${version}`);
    await layOutProject(project, packed, linked);
    await copyFile(join(import.meta.dirname, "chat.mjs"), join(project, "chat.mjs"));

    const { stdout } = await run(process.execPath, ["chat.mjs", server.baseUrl], {
      cwd: project,
      env: { PATH: process.env["PATH"], HOME: process.env["HOME"] },
      timeout: 30_000,
    });
    expect(JSON.parse(stdout)).toEqual({
      text: "In Berlin.",
      used: [1, 1],
      found: [["User lives in Berlin"]],
    });
    expect(requests).toHaveLength(3);
    expect(requests[0]?.system).not.toContain("User lives in Berlin");
    expect(requests[1]?.system).toContain("User lives in Berlin");
  },
  60_000,
);
