import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { type ChatRequest, startOpenAIServer } from "@palimpsest/openai-server";
import { onTestFinished } from "vitest";

const run = promisify(execFile);
const PACKAGE = join(import.meta.dirname, "..");

const LINKS = {
  "@langchain/core": "node_modules/@langchain/core",
  "@langchain/langgraph": "node_modules/@langchain/langgraph",
  "@langchain/openai": "node_modules/@langchain/openai",
  "@palimpsest/core": "../core",
  "@palimpsest/langgraph": ".",
  langchain: "node_modules/langchain",
  zod: "node_modules/zod",
};

/** What an example printed, and what its chat model was asked. */
export interface ExampleRun {
  stdout: string;
  requests: ChatRequest[];
}

/**
 * Runs an example of this folder in a project of its own, with the environment that it expects: a key
 * and a server for OpenAI. The model finds in every exchange that the user lives in Berlin; `reply` is
 * what it says as a chat model, in its own words where that says nothing.
 */
export async function runExample(
  file: string,
  reply: (request: ChatRequest) => object | undefined = () => undefined,
): Promise<ExampleRun> {
  const requests: ChatRequest[] = [];
  const server = await startOpenAIServer({
    chat: (request) => {
      if (typeof request.toolChoice === "object") return answerMemory(request.toolChoice.name);
      requests.push(request);
      return reply(request) ?? { text: `Answer ${requests.length}.` };
    },
    // Whatever is asked is about what is known, as a real embedder would see it here.
    embed: (_text, { dimensions }) =>
      Array.from({ length: dimensions }, (_, axis) => Number(axis === 0)),
  });
  onTestFinished(() => server.close());
  const project = await layOut();
  const { stdout } = await run(process.execPath, ["--conditions=@palimpsest/source", file], {
    cwd: project,
    env: { ...process.env, OPENAI_API_KEY: "test", OPENAI_BASE_URL: server.baseUrl },
    timeout: 80_000,
  });
  return { stdout, requests };
}

function answerMemory(name: string) {
  const facts = { facts: [{ text: "User lives in Berlin" }] };
  return { toolCalls: [{ name, arguments: name === "record_facts" ? facts : {} }] };
}

async function layOut(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "palimpsest-readme-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await cp(import.meta.dirname, folder, { recursive: true });
  for (const [name, target] of Object.entries(LINKS)) {
    const link = join(folder, "node_modules", name);
    await mkdir(dirname(link), { recursive: true });
    await symlink(join(PACKAGE, target), link);
  }
  return folder;
}
