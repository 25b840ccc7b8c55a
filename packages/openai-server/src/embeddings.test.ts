import OpenAI from "openai";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type OpenAIServer, startOpenAIServer } from "./start-openai-server.ts";

let server: OpenAIServer;
let client: OpenAI;

beforeAll(async () => {
  server = await startOpenAIServer();
  client = new OpenAI({ baseURL: server.baseUrl, apiKey: "key", maxRetries: 0 });
});
afterAll(async () => server.close());

function cosine(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, index) => sum + value * b[index]!, 0);
}

describe("embeddings", () => {
  test("are the same in base64, which the client asks for, and in floats", async () => {
    const request = { model: "text-embedding-3-small", input: ["I like tea", "a dog"] };
    const base64 = await client.embeddings.create(request);
    const float = await client.embeddings.create({ ...request, encoding_format: "float" });
    expect(server.requests.map(({ body }) => body as typeof request & object)).toMatchObject([
      { encoding_format: "base64" },
      { encoding_format: "float" },
    ]);
    expect(base64.data.map(({ index }) => index)).toEqual([0, 1]);
    for (const [index, { embedding }] of float.data.entries()) {
      expect(base64.data[index]!.embedding).toEqual([...Float32Array.from(embedding)]);
    }
  });

  test("are unit vectors, the nearer the more words two texts share", async () => {
    const { data } = await client.embeddings.create({
      model: "text-embedding-3-small",
      input: ["Alice likes green tea", "Alice likes black tea", "The train leaves at noon"],
    });
    const [green, black, train] = data.map(({ embedding }) => embedding);
    expect(cosine(green!, green!)).toBeCloseTo(1, 5);
    expect(cosine(green!, black!)).toBeGreaterThan(0.6);
    expect(Math.abs(cosine(green!, train!))).toBeLessThan(0.3);
  });

  test.each([
    ["text-embedding-3-small", undefined, 1_536],
    ["text-embedding-3-large", undefined, 3_072],
    ["text-embedding-3-large", 256, 256],
  ])("of %s with %s dimensions asked for have %i", async (model, dimensions, expected) => {
    const { data } = await client.embeddings.create({
      model,
      input: "text",
      ...(dimensions !== undefined && { dimensions }),
    });
    expect(data[0]?.embedding).toHaveLength(expected);
  });

  test("come from the script when there is one", async () => {
    await using scripted = await startOpenAIServer({
      embed: (text, { dimensions }) => [text.length, dimensions],
    });
    const own = new OpenAI({ baseURL: scripted.baseUrl, apiKey: "key" });
    const { data } = await own.embeddings.create({ model: "m", input: "four", dimensions: 2 });
    expect(data[0]?.embedding).toEqual([4, 2]);
  });

  test("are refused for an empty text and for too many", async () => {
    const model = "text-embedding-3-small";
    for (const input of [["a", ""], "", Array.from({ length: 2_049 }, () => "a")]) {
      await expect(client.embeddings.create({ model, input })).rejects.toMatchObject({
        status: 400,
      });
    }
  });
});
