import { execFile } from "node:child_process";
import { copyFile, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { type ChatReply, type ChatRequest, startOpenAIServer } from "@palimpsest/openai-server";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import {
  layOutProject,
  type PackedPackages,
  packPackages,
  type Peers,
} from "./install-packages.ts";

const run = promisify(execFile);
const BERLIN = { facts: [{ text: "User lives in Berlin", quote: "I live in Berlin" }] };
const SEARCH = { name: "searchMemories", arguments: { query: "Where does the user live?" } };
/** How an application is compiled. Declarations of Mastra's own do not pass without `skipLibCheck` (core 1.71). */
const CONSUMER = {
  compilerOptions: {
    module: "nodenext",
    target: "es2023",
    types: ["node"],
    strict: true,
    skipLibCheck: true,
    noEmit: true,
  },
  files: ["accepted.ts"],
};

const PEERS: readonly Peers[] = ["lowest", "highest"];
let folder: string;
let packed: PackedPackages;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "palimpsest-packaging-"));
  packed = await packPackages(folder);
  for (const peers of PEERS) await layOutProject(join(folder, peers), packed, peers);
}, 180_000);

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

test.each(PEERS)(
  "what is published gives an agent memory in plain Node, with the %s versions of Mastra",
  async (peers) => {
    const requests: ChatRequest[] = [];
    const server = await startOpenAIServer({
      chat: (request) => {
        if (typeof request.toolChoice === "object") return answerMemory(request);
        requests.push(request);
        return requests.length === 2 ? { toolCalls: [SEARCH] } : { text: "In Berlin." };
      },
    });
    onTestFinished(() => server.close());
    const project = join(folder, peers);
    await copyFile(join(import.meta.dirname, "agent.mjs"), join(project, "agent.mjs"));

    const { stdout } = await run(process.execPath, ["agent.mjs", server.baseUrl], {
      cwd: project,
      env: { PATH: process.env["PATH"], HOME: process.env["HOME"] },
      timeout: 60_000,
    });
    expect(JSON.parse(stdout)).toEqual({
      text: "In Berlin.",
      found: ["User lives in Berlin"],
      // Before and after the thread was deleted that taught it.
      counts: [1, 0],
    });
    expect(requests).toHaveLength(3);
    expect(requests[0]?.system).not.toContain("User lives in Berlin");
    expect(requests[1]?.system).toContain("User lives in Berlin");
  },
  120_000,
);

/** The model of the memory finds the one fact, in the exchange in which it is told. */
function answerMemory({ messages }: ChatRequest): ChatReply {
  const isTold = JSON.stringify(messages).includes("I live in Berlin.");
  return { toolCalls: [{ name: "record_facts", arguments: isTold ? BERLIN : { facts: [] } }] };
}

test.each<[compiler: string, peers: Peers]>([
  ["typescript-v5", "lowest"],
  ["typescript-v5", "highest"],
  ["typescript-v6", "highest"],
  ["typescript", "highest"],
])(
  "what is published type-checks with %s and the %s versions of Mastra",
  async (compiler, peers) => {
    const project = join(folder, peers);
    const types = join(import.meta.dirname, "../types/accepted.ts");
    await copyFile(types, join(project, "accepted.ts"));
    await writeFile(join(project, "tsconfig.json"), JSON.stringify(CONSUMER));
    const tsc = join(import.meta.dirname, "../node_modules", compiler, "bin/tsc");
    const problems = await run(process.execPath, [tsc, "-p", "."], { cwd: project }).catch(
      (error: unknown) => error,
    );
    expect(problems).toEqual({ stdout: "", stderr: "" });
  },
  120_000,
);
