import { createOpenAI } from "@ai-sdk/openai";
import { createOpenAI as createOpenAIv3 } from "@ai-sdk/openai-v3";
import { EmbeddingError } from "@palimpsest/core/adapter";
import { type Fault, type OpenAIServer, startOpenAIServer } from "@palimpsest/openai-server";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { type AiSdkEmbeddingModel, fromAiSdkEmbedding } from "./from-ai-sdk-embedding.ts";

const MODEL = "text-embedding-3-small";
const options = { purpose: "document" } as const;

type Connect = (server: OpenAIServer) => AiSdkEmbeddingModel;
const MODELS: [string, Connect][] = [
  ["@ai-sdk/openai 4", (server) => createOpenAI(connect(server)).embedding(MODEL)],
  ["@ai-sdk/openai 3", (server) => createOpenAIv3(connect(server)).embedding(MODEL)],
];

function connect({ baseUrl }: OpenAIServer) {
  return { baseURL: baseUrl, apiKey: "test" };
}

/** A server whose vectors hold the length of the text. */
async function serve(): Promise<OpenAIServer> {
  const server = await startOpenAIServer({ embed: (text) => [text.length, 1] });
  onTestFinished(() => server.close());
  return server;
}

describe.each(MODELS)("fromAiSdkEmbedding with %s", (_, open) => {
  test("gives a vector for each text, in their order, in as few calls as the model takes", async () => {
    const server = await serve();
    const embedder = fromAiSdkEmbedding(open(server), { dimensions: 2 });
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
    const embedder = fromAiSdkEmbedding(open(server), { dimensions: 2 });
    const failure = await embedder.embed(["a"], options).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(EmbeddingError);
    expect(failure).toMatchObject(expected);
    expect(server.requests).toHaveLength(1);
  });

  test("rejects with the signal's reason when aborted", async () => {
    const server = await serve();
    server.fail({ with: { type: "hang" } });
    const abort = new AbortController();
    const embedder = fromAiSdkEmbedding(open(server), { dimensions: 2 });
    const vectors = embedder.embed(["a"], { ...options, signal: abort.signal });
    await expect.poll(() => server.requests.length).toBe(1);
    abort.abort(new Error("enough"));
    await expect(vectors).rejects.toThrow("enough");
  });
});

describe("fromAiSdkEmbedding", () => {
  type Limits = Pick<AiSdkEmbeddingModel, "maxEmbeddingsPerCall" | "supportsParallelCalls">;

  /** A model that notes how many texts each call has, and how many calls go on at once. */
  function limitedModel(limits: Limits) {
    const calls: number[] = [];
    let underWay = 0;
    let mostUnderWay = 0;
    const model: Extract<AiSdkEmbeddingModel, { specificationVersion: "v4" }> = {
      specificationVersion: "v4",
      provider: "test",
      modelId: "model",
      ...limits,
      async doEmbed({ values }) {
        calls.push(values.length);
        mostUnderWay = Math.max(mostUnderWay, ++underWay);
        await new Promise(setImmediate);
        underWay--;
        return { embeddings: values.map((text) => [text.length]), warnings: [] };
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
    const embedder = fromAiSdkEmbedding(model, { dimensions: 1 });
    const vectors = await embedder.embed(["a", "bb", "ccc", "dddd", "eeeee"], options);
    expect(vectors).toEqual([[1], [2], [3], [4], [5]]);
    expect(calls).toEqual([2, 2, 1]);
    expect(most()).toBe(expected);
  });

  test("takes models of specification 2", async () => {
    vi.stubGlobal("AI_SDK_LOG_WARNINGS", false);
    onTestFinished(() => void vi.unstubAllGlobals());
    const model: Extract<AiSdkEmbeddingModel, { specificationVersion: "v2" }> = {
      specificationVersion: "v2",
      provider: "old",
      modelId: "model",
      maxEmbeddingsPerCall: undefined,
      supportsParallelCalls: false,
      doEmbed: async ({ values }) => ({ embeddings: values.map((text) => [text.length]) }),
    };
    const embedder = fromAiSdkEmbedding(model, { dimensions: 1 });
    expect(await embedder.embed(["a", "bb"], options)).toEqual([[1], [2]]);
  });

  test("is named after its space, so that another model or length is another embedder", () => {
    const { model } = limitedModel({ maxEmbeddingsPerCall: 1, supportsParallelCalls: true });
    expect(fromAiSdkEmbedding(model, { dimensions: 3, similarityRange: [0.1, 0.9] })).toMatchObject(
      { id: "test/model@3", dimensions: 3, similarityRange: [0.1, 0.9] },
    );
  });

  test.each([[0], [1.5], [undefined]])("refuses %j as dimensions", (dimensions) => {
    const { model } = limitedModel({ maxEmbeddingsPerCall: 1, supportsParallelCalls: true });
    expect(() => fromAiSdkEmbedding(model, { dimensions: dimensions as number })).toThrow(
      expect.objectContaining({ code: "invalid-input", parameter: "dimensions" }),
    );
  });

  test.each([["openai/text-embedding-3-small"], [undefined], [{}]])(
    "tells who gives it %j to pass a model",
    (given) => {
      expect(() => fromAiSdkEmbedding(given as never, { dimensions: 1 })).toThrow(
        expect.objectContaining({ code: "invalid-input", parameter: "model" }),
      );
    },
  );
});
