import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  CHAT_FAULTS,
  EMBEDDING_FAULTS,
  startOpenAIServer,
  type ChatRequest,
  type Fault,
  type LoggedRequest,
  type OpenAIServer,
} from "@palimpsest/openai-server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createMemory, type Memory } from "../memory.ts";
import { openaiEmbedder } from "../models/openai-embedder.ts";
import { openai } from "../models/openai.ts";

const BERLIN = "User lives in Berlin";
const HAMBURG = "User lives in Hamburg";
const MERGED = "User lives in Hamburg, before in Berlin";

/** Of which the answer comes too late: only these are asked with a short patience. */
const SLOW = ["timeout", "hang"];

/** Broken and yet readable: all that was asked for is there. */
const READABLE = ["prose around JSON"];

let uri: string;
let server: OpenAIServer;
let memory: Memory;
let users = 0;

beforeAll(async () => {
  uri = await mkdtemp(join(tmpdir(), "palimpsest-test-"));
  server = await startOpenAIServer({ chat: answer });
  memory = open(30_000);
});
afterAll(async () => {
  await memory.close();
  await server.close();
  await rm(uri, { recursive: true });
});

describe.each<[string, Readonly<Record<string, Fault>>, (request: LoggedRequest) => boolean]>([
  ["the call that extracts", CHAT_FAULTS, calls("record_facts")],
  ["the call that judges", CHAT_FAULTS, calls("decide")],
  ["the embedding of facts", EMBEDDING_FAULTS, embeds(HAMBURG)],
  ["the embedding of a merged text", EMBEDDING_FAULTS, embeds(MERGED)],
])("an exchange of which %s fails", (_, faults, when) => {
  test.each(Object.entries(faults))("by %s is processed once, or waits", async (name, fault) => {
    const user = { userId: `user-${users++}` };
    await memory.add("I live in Berlin.", user);
    const { results, report } = await failing(name, async (failed) => {
      server.fail({ when, with: fault });
      return failed.add("I live in Hamburg.", user);
    });
    if (faults === CHAT_FAULTS && READABLE.includes(name)) {
      expect(report.status).toBe("processed");
    } else {
      expect({ results, status: report.status }).toEqual({ results: [], status: "pending" });
      expect(await textsOf(user)).toEqual([BERLIN]);
      expect((await memory.episodes({ ...user, status: "pending" })).results).toMatchObject([
        { id: report.episodeId, attempts: 1, error: report.error },
      ]);
      expect(await memory.retryPending()).toEqual({ processed: 1, pending: 0, dead: 0 });
    }
    expect(await textsOf(user)).toEqual([MERGED]);
    const [{ id } = { id: "" }] = (await memory.list(user)).results;
    expect((await memory.history(id, user)).results).toHaveLength(2);
  });
});

test.each(Object.entries(CHAT_FAULTS))(
  "a summary that fails by %s is written the next time",
  async (name, fault) => {
    const talk = { userId: `user-${users++}`, sessionId: "s" };
    const said = Array.from({ length: 10 }, () => ({ role: "user" as const, content: "Hello" }));
    await failing(name, async (failed) => {
      server.fail({ when: calls("write_summary"), with: fault });
      await failed.add(said, talk);
      await failed.idle();
    });
    expect(await memory.summary(talk)).toBe(READABLE.includes(name) ? "Homes." : undefined);
    await memory.add("Hello", talk);
    await memory.idle();
    expect(await memory.summary(talk)).toBe("Homes.");
  },
);

describe.each(Object.entries(EMBEDDING_FAULTS))("an embedder that fails by %s", (name, fault) => {
  test("rejects put, update and search, which change nothing, and work afterwards", async () => {
    const user = { userId: `user-${users++}` };
    const calling = async <RESULT>(call: (one: Memory) => Promise<RESULT>): Promise<RESULT> => {
      const rejected = failing(name, async (failed) => {
        server.fail({ path: "embeddings", with: fault });
        return call(failed);
      });
      await expect(rejected).rejects.toMatchObject({ code: "embedding" });
      return call(memory);
    };
    const { id } = await calling((one) => one.put("Plum cake", { ...user, source: "Plum cake!" }));
    await calling((one) => one.update(id, { text: "Plum tart" }, user));
    const found = await calling((one) => one.search("plum tart", user));
    expect(found.results).toMatchObject([{ id, memory: "Plum tart", version: 2 }]);
    expect((await memory.episodes(user)).results).toHaveLength(1);
    expect((await memory.history(id, user)).results).toHaveLength(2);
  });
});

/** The memory whose next call fails: for faults that take their time one that has none. */
async function failing<RESULT>(
  name: string,
  call: (failed: Memory) => Promise<RESULT>,
): Promise<RESULT> {
  if (!SLOW.includes(name)) return call(memory);
  await using hasty = open(100);
  await hasty.info();
  try {
    return await call(hasty);
  } finally {
    server.clear();
  }
}

function open(modelTimeoutMs: number): Memory {
  const connection = { baseURL: server.baseUrl, apiKey: "test" };
  return createMemory({
    uri,
    model: openai(connection),
    embedder: openaiEmbedder({ ...connection, dimensions: 64 }),
    durability: "os",
    retries: 0,
    modelTimeoutMs,
  });
}

async function textsOf(user: { userId: string }): Promise<string[]> {
  return (await memory.list(user)).results.map((record) => record.memory);
}

function calls(tool: string): (request: LoggedRequest) => boolean {
  const choice = `"tool_choice":{"type":"function","function":{"name":"${tool}"}}`;
  return ({ body }) => JSON.stringify(body).includes(choice);
}

function embeds(text: string): (request: LoggedRequest) => boolean {
  return ({ body }) => ((body as { input?: string[] }).input ?? []).includes(text);
}

/** A model that notes where the user lives, and joins that with where it was before. */
function answer({ toolChoice, messages }: ChatRequest) {
  const { name } = toolChoice as { name: string };
  const said = messages.map(({ content }) => content).join("\n");
  const city = [...said.matchAll(/I live in (\w+)/g)].at(-1)?.[1];
  const answers: Record<string, object> = {
    record_facts: { facts: city === undefined ? [] : [{ text: `User lives in ${city}` }] },
    decide: { decisions: [{ fact: 1, operation: "UPDATE", target: "m1", text: MERGED }] },
    write_summary: { summary: "Homes." },
  };
  return { toolCalls: [{ name, arguments: answers[name] ?? {} }] };
}
