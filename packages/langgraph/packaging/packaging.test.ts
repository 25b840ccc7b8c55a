import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ChatReply, type ChatRequest, startOpenAIServer } from "@palimpsest/openai-server";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { installProject, packPackages, runProgram, type Versions } from "./install-packages.ts";

/** The newest that there is, and the oldest that is supported. */
const SETS: readonly (readonly [string, Versions])[] = [
  [
    "newest",
    {
      "@langchain/core": "1.4.0",
      "@langchain/langgraph": "1.7.3",
      "@langchain/langgraph-checkpoint": "1.2.2",
      "@langchain/openai": "1.6.0",
      langchain: "1.5.14",
      zod: "4.6.7",
    },
  ],
  [
    "oldest",
    {
      "@langchain/core": "1.2.0",
      "@langchain/langgraph": "1.4.4",
      "@langchain/langgraph-checkpoint": "1.1.5",
      "@langchain/openai": "1.5.0",
      langchain: "1.5.0",
      zod: "3.25.76",
    },
  ],
];

const TYPESCRIPT = { "@types/node": "24.19.2", typescript: "5.9.3" };

/** What a store and a saver alone need. */
const CHECKPOINT_ALONE = {
  "@langchain/core": "1.1.48",
  "@langchain/langgraph-checkpoint": "1.1.5",
};

let folder: string;
let packed: Versions;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "palimpsest-packaging-"));
  packed = await packPackages(folder);
}, 120_000);

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
}, 120_000);

/** A project with these dependencies and our packages, and files of this folder in it. */
async function layOut(name: string, versions: Versions, files: readonly string[]): Promise<string> {
  const project = join(folder, name);
  await installProject(project, { ...packed, ...versions });
  for (const file of files) await copyFile(join(import.meta.dirname, file), join(project, file));
  return project;
}

describe.each(SETS)("what is published, with the %s set", (name, versions) => {
  let project: string;

  beforeAll(async () => {
    const dependencies = { ...versions, ...TYPESCRIPT };
    project = await layOut(name, dependencies, ["agent.mjs", "consumer.ts", "consumer.json"]);
  }, 300_000);

  // A third of a gigabyte.
  afterAll(async () => rm(project, { recursive: true, force: true }), 120_000);

  test("is an agent's memory in plain Node", async () => {
    const asked: ChatRequest[] = [];
    const server = await startOpenAIServer({
      chat(request) {
        if (typeof request.toolChoice === "object") return remember(request.toolChoice.name);
        asked.push(request);
        return answer(request);
      },
      // Everything is about everything, as a real embedder would see it here.
      embed: (_text, { dimensions }) => [1, ...Array<number>(dimensions - 1).fill(0)],
    });
    onTestFinished(() => server.close());

    const stdout = await runProgram(project, ["agent.mjs", server.baseUrl]);
    expect(JSON.parse(stdout)).toEqual({
      told: "Noted.",
      asked: expect.stringContaining("User lives in Berlin"),
      notes: ["Berlin is warm in May."],
      waits: ["ask"],
      resumed: "yes: true",
      known: ["User lives in Berlin"],
    });
    expect(asked.map(({ system }) => system.includes("User lives in Berlin"))).toEqual([
      false,
      true,
      true,
    ]);
  }, 60_000);

  test.each([
    ["5.9", "node_modules/typescript/bin/tsc"],
    ["of the workspace", join(import.meta.dirname, "../node_modules/typescript/bin/tsc")],
  ])(
    "has types for TypeScript %s, its dependencies' checked with them",
    async (_, compiler) => {
      expect(await runProgram(project, [compiler, "--project", "consumer.json"])).toBe("");
    },
    120_000,
  );
});

test("what is published is a store and a checkpointer where LangGraph itself is not installed", async () => {
  const project = await layOut("alone", CHECKPOINT_ALONE, ["store-and-saver.mjs"]);
  const stdout = await runProgram(project, ["store-and-saver.mjs"]);
  expect(JSON.parse(stdout)).toEqual({ found: "a", count: 1, writes: [["task", "count", 2]] });
}, 300_000);

/** What the memory's own model answers: one fact in every exchange, and no verdict. */
function remember(name: string): ChatReply {
  const facts = [{ text: "User lives in Berlin" }];
  return { toolCalls: [{ name, arguments: name === "record_facts" ? { facts } : {} }] };
}

/** Looks a question up with the tool, and repeats what it found. */
function answer({ messages }: ChatRequest): ChatReply {
  const last = messages.at(-1);
  if (last?.role === "tool") return { text: last.content };
  const isQuestion = last?.content.endsWith("?") === true;
  if (!isQuestion) return { text: "Noted." };
  return { toolCalls: [{ name: "search_memory", arguments: { query: "home" } }] };
}
