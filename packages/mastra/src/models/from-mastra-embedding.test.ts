import { createOpenAI } from "@ai-sdk/openai";
import { createOpenAI as createOpenAIv2 } from "@ai-sdk/openai-v2";
import { createOpenAI as createOpenAIv3 } from "@ai-sdk/openai-v3";
import { EmbeddingError } from "@palimpsest/core/adapter";
import { type Fault, type OpenAIServer, startOpenAIServer } from "@palimpsest/openai-server";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import type { AiSdkEmbeddingModel } from "./embed-texts.ts";
import { fromMastraEmbedding, type MastraEmbeddingModel } from "./from-mastra-embedding.ts";

const MODEL = "text-embedding-3-small";
const options = { purpose: "document" } as const;

const MODELS: [string, (server: OpenAIServer) => MastraEmbeddingModel][] = [
  ["@ai-sdk/openai 4", (server) => createOpenAI(connect(server)).embedding(MODEL)],
  ["@ai-sdk/openai 3", (server) => createOpenAIv3(connect(server)).embedding(MODEL)],
  ["@ai-sdk/openai 2", (server) => createOpenAIv2(connect(server)).embedding(MODEL)],
  ["a string for Mastra's router", routed],
  [
    "what Mastra's router takes for a server of one's own",
    ({ baseUrl }) => ({ id: `own/${MODEL}`, url: baseUrl, apiKey: "test" }),
  ],
];

function connect({ baseUrl }: OpenAIServer) {
  return { baseURL: baseUrl, apiKey: "test" };
}

/** A string of Mastra's, whose router finds server and key in the environment. */
function routed({ baseUrl }: OpenAIServer): MastraEmbeddingModel {
  vi.stubEnv("OPENAI_BASE_URL", baseUrl);
  vi.stubEnv("OPENAI_API_KEY", "test");
  onTestFinished(() => void vi.unstubAllEnvs());
  return `openai/${MODEL}`;
}

/** A server whose vectors hold the length of the text. */
async function serve(): Promise<OpenAIServer> {
  const server = await startOpenAIServer({ embed: (text) => [text.length, 1] });
  onTestFinished(() => server.close());
  return server;
}

describe.each(MODELS)("fromMastraEmbedding with %s", (_, open) => {
  test("gives a vector for each text, in their order, in as few calls as the model takes", async () => {
    const server = await serve();
    const embedder = fromMastraEmbedding(open(server), { dimensions: 2 });
    const texts = Array.from({ length: 2_050 }, (_text, index) => "x".repeat((index % 7) + 1));
    const vectors = await embedder.embed(texts, options);
    expect(vectors).toEqual(texts.map((text) => [text.length, 1]));
    expect(server.count("embeddings")).toBe(2);
  });

  test.each<[string, Fault, object]>([
    [
      "too many requests",
      { type: "status", status: 429, retryAfter: 7 },
      { retryable: true, retryAfterMs: 7_000 },
    ],
    [
      "no credit left",
      { type: "status", status: 429, code: "insufficient_quota" },
      { retryable: false },
    ],
    ["a wrong key", { type: "status", status: 401 }, { retryable: false }],
    ["a body that is no JSON", { type: "garbage", body: "<html>" }, { retryable: true }],
    ["a cut connection", { type: "disconnect" }, { retryable: true }],
  ])("says what %s means, after one call", async (_name, fault, expected) => {
    const server = await serve();
    server.fail({ with: fault });
    const embedder = fromMastraEmbedding(open(server), { dimensions: 2 });
    const failure = await embedder.embed(["a"], options).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(EmbeddingError);
    expect(failure).toMatchObject(expected);
    expect(server.requests).toHaveLength(1);
  });

  test("rejects with the signal's reason when aborted", async () => {
    const server = await serve();
    server.fail({ with: { type: "hang" } });
    const abort = new AbortController();
    const embedder = fromMastraEmbedding(open(server), { dimensions: 2 });
    const vectors = embedder.embed(["a"], { ...options, signal: abort.signal });
    await expect.poll(() => server.requests.length).toBe(1);
    abort.abort(new Error("enough"));
    await expect(vectors).rejects.toThrow("enough");
  });
});

describe("fromMastraEmbedding", () => {
  type Limits = Pick<AiSdkEmbeddingModel, "maxEmbeddingsPerCall" | "supportsParallelCalls">;

  /** A model that notes how many texts each call has, and how many calls go on at once. */
  function limitedModel(limits: Limits) {
    const calls: number[] = [];
    let underWay = 0;
    let mostUnderWay = 0;
    const model: AiSdkEmbeddingModel = {
      provider: "test",
      modelId: "model",
      ...limits,
      async doEmbed({ values }) {
        calls.push(values.length);
        mostUnderWay = Math.max(mostUnderWay, ++underWay);
        await new Promise(setImmediate);
        underWay--;
        return { embeddings: values.map((text) => [text.length]) };
      },
    };
    return { model, calls, most: () => mostUnderWay };
  }

  test.each([
    [false, 1],
    [true, 3],
  ])("with parallel calls %s, has %i under way", async (supportsParallelCalls, expected) => {
    const limits = { maxEmbeddingsPerCall: Promise.resolve(2), supportsParallelCalls };
    const { model, calls, most } = limitedModel(limits);
    const embedder = fromMastraEmbedding(model, { dimensions: 1 });
    const vectors = await embedder.embed(["a", "bb", "ccc", "dddd", "eeeee"], options);
    expect(vectors).toEqual([[1], [2], [3], [4], [5]]);
    expect(calls).toEqual([2, 2, 1]);
    expect(most()).toBe(expected);
  });

  test("asks a model without a limit once, and nobody about nothing", async () => {
    const limits = { maxEmbeddingsPerCall: undefined, supportsParallelCalls: true };
    const { model, calls } = limitedModel(limits);
    const embedder = fromMastraEmbedding(model, { dimensions: 1 });
    expect(await embedder.embed([], options)).toEqual([]);
    expect(await embedder.embed(["a", "bb"], options)).toEqual([[1], [2]]);
    expect(calls).toEqual([2]);
  });

  test("is named after its space, so that another model or length is another embedder", () => {
    expect(fromMastraEmbedding(`openai/${MODEL}`, { dimensions: 1_536 }).id).toBe(
      `openai/${MODEL}@1536`,
    );
    const { model } = limitedModel({ maxEmbeddingsPerCall: 1, supportsParallelCalls: true });
    expect(fromMastraEmbedding(model, { dimensions: 1 }).id).toBe("test/model@1");
  });

  test.each([
    ["a key that is missing", `openai/${MODEL}`, "OPENAI_API_KEY"],
    ["a provider that the router does not know", "nobody/model", "nobody"],
  ])("does not ask again for %s", async (_name, model, word) => {
    vi.stubEnv("OPENAI_API_KEY", undefined);
    onTestFinished(() => void vi.unstubAllEnvs());
    const embedder = fromMastraEmbedding(model, { dimensions: 2 });
    await expect(embedder.embed(["a"], options)).rejects.toMatchObject({
      code: "embedding",
      retryable: false,
      message: expect.stringContaining(word) as string,
    });
  });

  test.each([
    ["text-embedding-3-small", 2, "model"],
    [undefined, 2, "model"],
    [{}, 2, "model"],
    [`openai/${MODEL}`, 0, "dimensions"],
    [`openai/${MODEL}`, 1.5, "dimensions"],
  ])("refuses %j with %j dimensions", (model, dimensions, parameter) => {
    expect(() => fromMastraEmbedding(model as never, { dimensions })).toThrow(
      expect.objectContaining({ code: "invalid-input", parameter }),
    );
  });
});
