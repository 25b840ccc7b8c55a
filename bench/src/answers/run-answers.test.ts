import { appendFile, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  type ChatReply,
  type ChatRequest,
  type OpenAIServer,
  startOpenAIServer,
} from "@palimpsest/openai-server";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { BenchError } from "../bench-error.ts";
import { runLocomo } from "../locomo/run-locomo.ts";
import { runLongmemeval } from "../longmemeval/run-longmemeval.ts";
import type { Judged } from "./answer-file.ts";

const { signal } = new AbortController();
const fixture = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const TWO_FRIENDS = fixture("../locomo/__fixtures__/two-friends.json");
const TWO_USERS = fixture("../longmemeval/__fixtures__/two-users.json");

let server: OpenAIServer;
let folder: string;
let printed: string;

/** Answers with all that it knows; an answer is correct when it has the expected one in it. */
function reply({ messages, toolChoice }: ChatRequest): ChatReply {
  const [first, second] = messages.map(({ content }) => content);
  const tool = typeof toolChoice === "object" ? toolChoice.name : "";
  const usage = { inputTokens: 1_000, outputTokens: 10 };
  if (tool === "answer") {
    expect(second).toMatch(/^Asked on 2024-\d\d-\d\d:/);
    return { toolCalls: [{ name: tool, arguments: { answer: first } }], usage };
  }
  const { expected, given } = JSON.parse(first ?? "");
  const correct = given.toLowerCase().includes(expected.toLowerCase());
  return { toolCalls: [{ name: tool, arguments: { correct } }], usage };
}

beforeEach(async () => {
  server = await startOpenAIServer({ chat: reply });
  folder = await mkdtemp(join(tmpdir(), "palimpsest-bench-test-"));
  printed = "";
  vi.spyOn(console, "log").mockImplementation((text: string) => {
    printed += `${text}\n`;
  });
  vi.stubEnv("OPENAI_BASE_URL", server.baseUrl);
  vi.stubEnv("OPENAI_API_KEY", "secret-key");
});
afterEach(async () => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  await server.close();
  await rm(folder, { recursive: true });
});

const answersFile = () => join(folder, "answers.jsonl");
const json = () => join(folder, "figures.json");
const files = () => ["--answers-file", answersFile(), "--json", json()];

async function runOnLocomo(...more: string[]): Promise<void> {
  await runLocomo(["--answers", "--data", TWO_FRIENDS, ...files(), ...more], signal);
}

async function readLines(): Promise<Judged[]> {
  const text = await readFile(answersFile(), "utf8");
  return text
    .trim()
    .split("\n")
    .map((line): Judged => JSON.parse(line));
}

describe("pnpm bench locomo --answers", () => {
  it("has each question with an answer answered from three contexts, and judged", async () => {
    await runOnLocomo("--yes");

    expect(server.count("chat")).toBe(2 * 3 * 4);
    expect(printed).toMatch(
      /^24 calls will send [\d,]+ tokens and answer about 900: \$0\.0\d{3}\./,
    );
    expect(printed).toMatch(/^\| full context +\| +4 \| 0\.750 \[0\.\d+, 1\.000\] \|/m);
    expect(printed).toMatch(/^\| multi-hop +\| +1 \| 0\.000 .*0\.000 .*0\.000 /m);
    const { contexts, goals, tables, budget } = JSON.parse(await readFile(json(), "utf8"));
    expect(contexts.map(({ context }: { context: string }) => context)).toEqual([
      "Palimpsest",
      "plain hybrid",
      "full context",
    ]);
    for (const { questions, accuracy, contextTokens, inputTokens, dollars } of contexts) {
      expect(questions).toBe(4);
      // Who is given nothing, or another question's context, has none of the answers.
      expect(accuracy.mean).toBeGreaterThanOrEqual(0.5);
      expect(contextTokens).toBeGreaterThan(0);
      expect(inputTokens).toBe(2_000);
      expect(dollars).toBeCloseTo((4 * (2_000 * 0.4 + 20 * 1.6)) / 1e6);
    }
    expect({ goals, budget }).toEqual({ goals: [], budget: 1_400 });
    expect(printed).toContain(tables);

    // Untrusted text stands in messages only.
    for (const { body } of server.requests) {
      const { messages } = body as { messages: { role: string; content: string }[] };
      const system = messages.filter(({ role }) => role === "system");
      expect(system).toHaveLength(1);
      expect(system[0]?.content).not.toMatch(/Ines|Tom|Porto|Lisbon/);
    }
  });

  it("prints the cost and sends nothing without --yes", async () => {
    await expect(runOnLocomo()).rejects.toThrow(
      new BenchError("Nothing was sent. --yes goes on from here."),
    );
    expect(printed).toMatch(/^24 calls will send [\d,]+ tokens .*: \$0\.0\d{3}\.$/m);
    expect(server.requests).toEqual([]);
  });

  it("goes on where it was stopped, asks nothing twice, and keeps to the budget", async () => {
    const isLate = () => server.count("chat") > 8;
    server.fail({ when: isLate, times: Infinity, with: { type: "status", status: 401 } });
    const within = ["--budget", "40"];
    await expect(runOnLocomo("--yes", ...within)).rejects.toThrow(
      /the same command goes on from there/,
    );
    const kept = (await readLines()).length;
    expect(kept).toBeGreaterThan(0);
    expect(kept).toBeLessThan(12);
    await appendFile(answersFile(), '{"questionId":"cut o');

    server.clear();
    await runOnLocomo("--yes", ...within);
    expect(server.count("chat")).toBe(2 * (12 - kept));
    const lines = await readLines();
    const keys = lines.map(({ questionId, context }) => `${questionId} ${context}`);
    expect(new Set(keys).size).toBe(12);
    expect(lines).toHaveLength(12);
    for (const { context, contextTokens } of lines) {
      expect([context, contextTokens <= 40]).toEqual([context, context !== "full context"]);
    }

    server.clear();
    await runOnLocomo(...within);
    expect(server.requests).toEqual([]);
    expect(printed).toMatch(/^\| full context +\| +4 \|/m);
  });

  it("says that it needs a key, before anything else", async () => {
    vi.stubEnv("OPENAI_BASE_URL", "");
    vi.stubEnv("OPENAI_API_KEY", "");
    await expect(runOnLocomo("--yes")).rejects.toThrow(BenchError);
    await expect(runOnLocomo("--yes")).rejects.toThrow(
      /models: OPENAI_API_KEY has to be their key/,
    );
  });
});

describe("pnpm bench longmemeval", () => {
  it("asks each question of a user of its own", async () => {
    await runLongmemeval(["--data", TWO_USERS, ...files(), "--yes"], signal);
    expect(server.count("chat")).toBe(2 * 3 * 2);
    expect(printed).toMatch(/^\| knowledge-update +\| +1 \|/m);
    expect(printed).toMatch(/^\| abstention +\| +1 \|/m);
    const lines = await readLines();
    const cats = lines.filter(({ questionId }) => questionId === "q-cat_abs");
    expect(JSON.stringify(cats)).toContain("Biscuit");
    expect(JSON.stringify(cats)).not.toContain("guitar");
  });

  it("says what LongMemEval is and how to get it when the file is missing", async () => {
    const running = runLongmemeval(["--data", "/nowhere/longmemeval.json"], signal);
    await expect(running).rejects.toThrow(
      /nowhere[^]*github\.com\/xiaowu0162\/LongMemEval[^]*--data/,
    );
  });

  it("refuses a file of another format", async () => {
    const running = runLongmemeval(["--data", TWO_FRIENDS], signal);
    await expect(running).rejects.toThrow("is not in LongMemEval's format");
  });
});
