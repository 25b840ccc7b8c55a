import { execFile } from "node:child_process";
import { cp, mkdir, symlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { type ChatRequest, type OpenAIServer, startOpenAIServer } from "@palimpsest/openai-server";
import { onTestFinished } from "vitest";
import { newFolder } from "../src/__fixtures__/new-folder.ts";

const run = promisify(execFile);
const PACKAGE = join(import.meta.dirname, "..");

const LINKS = {
  "@mastra/core": "node_modules/@mastra/core",
  "@mastra/libsql": "node_modules/@mastra/libsql",
  "@mastra/memory": "node_modules/@mastra/memory",
  "@palimpsest/core": "../core",
  "@palimpsest/mastra": ".",
  next: "readme/next",
};

/** What an example printed, and what its agent's model was asked. */
export interface ExampleRun {
  stdout: string;
  requests: ChatRequest[];
  server: OpenAIServer;
}

/**
 * Runs an example of this folder in a project of its own, with the environment that it expects: a key
 * and a server for OpenAI. The model finds in every exchange that the user lives in Berlin.
 */
export async function runExample(file: string): Promise<ExampleRun> {
  const requests: ChatRequest[] = [];
  const server = await startOpenAIServer({
    chat: (request) => {
      if (typeof request.toolChoice === "object") return answerMemory(request.toolChoice.name);
      requests.push(request);
      return { text: `Answer ${requests.length}.` };
    },
    // Whatever is asked is about what is known, as a real embedder would see it here.
    embed: (_text, { dimensions }) =>
      Array.from({ length: dimensions }, (_, axis) => Number(axis === 0)),
  });
  onTestFinished(() => server.close());
  const project = await layOut();
  const { stdout } = await run(process.execPath, ["--conditions=@palimpsest/source", file], {
    cwd: project,
    env: {
      ...process.env,
      OPENAI_API_KEY: "test",
      OPENAI_BASE_URL: server.baseUrl,
      MESSAGES_URL: `file:${project}/messages.db`,
      MEMORIES_URI: `${project}/memories`,
      DATA_FOLDER: project,
    },
    timeout: 60_000,
  });
  return { stdout, requests, server };
}

function answerMemory(name: string) {
  const facts = { facts: [{ text: "User lives in Berlin" }] };
  return { toolCalls: [{ name, arguments: name === "record_facts" ? facts : {} }] };
}

async function layOut(): Promise<string> {
  const project = join(await newFolder(), "project");
  await cp(import.meta.dirname, project, { recursive: true });
  for (const [name, target] of Object.entries(LINKS)) {
    const link = join(project, "node_modules", name);
    await mkdir(dirname(link), { recursive: true });
    await symlink(join(PACKAGE, target), link);
  }
  return project;
}
