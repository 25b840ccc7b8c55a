import { type OpenAIServer, startOpenAIServer } from "@palimpsest/openai-server";
import type { EmbeddingRequest } from "@palimpsest/openai-server";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { EmbeddingError, InvalidInputError } from "../errors.ts";
import { openaiEmbedder } from "./openai-embedder.ts";

const AS_DOCUMENT = { purpose: "document" } as const;

let server: OpenAIServer;
let embed: ((text: string, request: EmbeddingRequest) => number[]) | undefined;

beforeAll(async () => {
  server = await startOpenAIServer({
    embed: (text, request) =>
      embed?.(text, request) ?? Array.from({ length: request.dimensions }, () => text.length),
  });
  vi.stubEnv("OPENAI_BASE_URL", server.baseUrl);
});
afterEach(() => {
  server.clear();
  embed = undefined;
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await server.close();
});

/** The texts of each request so far. */
function inputs(): string[][] {
  return server.requests.map(({ body }) => (body as { input: string[] }).input);
}

describe("openaiEmbedder", () => {
  test("gives one vector per text, in their order", async () => {
    const embedder = openaiEmbedder();
    const vectors = await embedder.embed(["a", "bbb", "cc"], { purpose: "query" });
    expect(vectors.map((vector) => vector[0])).toEqual([1, 3, 2]);
    expect(vectors.map((vector) => vector.length)).toEqual([1_536, 1_536, 1_536]);
    expect(inputs()).toEqual([["a", "bbb", "cc"]]);
    expect(await embedder.embed([], AS_DOCUMENT)).toEqual([]);
    expect(server.count("embeddings")).toBe(1);
  });

  test("keeps the order when the server does not", async () => {
    const data = [1, 0].map((index) => ({ object: "embedding", index, embedding: [index] }));
    const body = JSON.stringify({ object: "list", data });
    server.fail({ with: { type: "garbage", body } });
    const embedder = openaiEmbedder({ model: "own", dimensions: 1 });
    expect(await embedder.embed(["a", "b"], AS_DOCUMENT)).toEqual([[0], [1]]);
  });

  test.each([
    [{}, "openai/text-embedding-3-small", 1_536],
    [{ dimensions: 1_536 }, "openai/text-embedding-3-small", 1_536],
    [{ model: "text-embedding-3-large" }, "openai/text-embedding-3-large", 3_072],
    [{ model: "text-embedding-ada-002" }, "openai/text-embedding-ada-002", 1_536],
    [{ dimensions: 256 }, "openai/text-embedding-3-small@256", 256],
    [{ model: "nomic-embed-text", dimensions: 768 }, "openai/nomic-embed-text", 768],
  ])("with %o is %s of %i dimensions", (options, id, dimensions) => {
    expect(openaiEmbedder(options)).toMatchObject({ id, dimensions });
  });

  test("asks the server to shorten its own models only", async () => {
    await openaiEmbedder({ dimensions: 256 }).embed(["a"], AS_DOCUMENT);
    await openaiEmbedder({ model: "own", dimensions: 8 }).embed(["a"], AS_DOCUMENT);
    await openaiEmbedder().embed(["a"], AS_DOCUMENT);
    expect(server.requests.map(({ body }) => (body as { dimensions?: number }).dimensions)).toEqual(
      [256, undefined, undefined],
    );
  });

  test.each([
    { model: "nomic-embed-text" },
    { model: "text-embedding-ada-002", dimensions: 256 },
    { dimensions: 3_072 },
    { dimensions: 0 },
    { dimensions: 1.5 },
  ])("refuses dimensions that it does not know or that cannot be: %o", (options) => {
    expect(() => openaiEmbedder(options)).toThrow(InvalidInputError);
  });

  test("knows the cosines that mean something in OpenAI's spaces only", () => {
    const [unrelated, same] = openaiEmbedder().similarityRange!;
    expect(unrelated).toBeLessThan(same);
    expect(openaiEmbedder({ model: "own", dimensions: 8 }).similarityRange).toBeUndefined();
  });

  test("sends at most 2,048 texts and 250,000 characters at once, in order", async () => {
    embed = (text) => [Number(text.slice(0, 4))];
    const embedder = openaiEmbedder({ model: "own", dimensions: 1 });
    const short = Array.from({ length: 2_050 }, (_, index) => String(1_000 + index));
    const vectors = await embedder.embed(short, AS_DOCUMENT);
    expect(vectors.flatMap((vector) => [...vector])).toEqual(short.map(Number));
    expect(inputs().map((input) => input.length)).toEqual([2_048, 2]);

    server.clear();
    const long = [1, 2, 3, 4].map((number) => `${number}000`.padEnd(120_000, "."));
    expect(await embedder.embed([...long, "5000".padEnd(300_000, ".")], AS_DOCUMENT)).toEqual(
      [1_000, 2_000, 3_000, 4_000, 5_000].map((value) => [value]),
    );
    expect(inputs().map((input) => input.length)).toEqual([2, 2, 1]);
  });

  test.each(["", " \n"])("refuses an empty text without asking anybody: %o", async (empty) => {
    const embedding = openaiEmbedder().embed(["a", empty], AS_DOCUMENT);
    await expect(embedding).rejects.toBeInstanceOf(EmbeddingError);
    await expect(embedding).rejects.toMatchObject({ retryable: false });
    expect(server.requests).toEqual([]);
  });

  test("passes on why the server failed, and does not try again by itself", async () => {
    server.fail({ with: { type: "status", status: 429, retryAfter: 3, message: "Slow down" } });
    const embedding = openaiEmbedder().embed(["a"], AS_DOCUMENT);
    await expect(embedding).rejects.toBeInstanceOf(EmbeddingError);
    await expect(embedding).rejects.toMatchObject({ retryable: true, retryAfterMs: 3_000 });
    expect(server.count("embeddings")).toBe(1);
    server.fail({ with: { type: "status", status: 401 } });
    await expect(openaiEmbedder().embed(["a"], AS_DOCUMENT)).rejects.toMatchObject({
      retryable: false,
      message: expect.stringContaining("OPENAI_API_KEY"),
    });
  });

  test.each([
    ["a vector too few", '{"data":[{"index":0,"embedding":[1]}]}'],
    ["something else", '{"a":1}'],
    ["an empty body", ""],
  ])("refuses %s", async (_, body) => {
    server.fail({ with: { type: "garbage", body } });
    const embedding = openaiEmbedder().embed(["a", "b"], AS_DOCUMENT);
    await expect(embedding).rejects.toBeInstanceOf(EmbeddingError);
    await expect(embedding).rejects.toThrow("vectors for 2 texts");
  });

  test("rejects with the signal's reason when aborted", async () => {
    const controller = new AbortController();
    const reason = new Error("Enough.");
    server.fail({
      when: () => {
        controller.abort(reason);
        return true;
      },
      with: { type: "hang" },
    });
    const { signal } = controller;
    await expect(openaiEmbedder().embed(["a"], { purpose: "query", signal })).rejects.toBe(reason);
  });
});
