import OpenAI from "openai";
import { describe, expect, test } from "vitest";
import { startOpenAIServer } from "./start-openai-server.ts";

describe("the server", () => {
  test("logs the requests in order and counts them by path", async () => {
    await using server = await startOpenAIServer();
    const client = new OpenAI({ baseURL: server.baseUrl, apiKey: "secret" });
    await client.embeddings.create({ model: "m", input: "a" });
    await client.responses.create({ model: "m", input: "b" });
    await client.embeddings.create({ model: "m", input: "c" });
    expect(server.requests.map(({ path, route }) => [path, route])).toEqual([
      ["embeddings", "POST /v1/embeddings"],
      ["responses", "POST /v1/responses"],
      ["embeddings", "POST /v1/embeddings"],
    ]);
    expect(server.requests[1]).toMatchObject({
      headers: { authorization: "Bearer secret" },
      body: { model: "m", input: "b" },
      at: expect.any(Date),
    });
    expect([server.count("embeddings"), server.count("chat")]).toEqual([2, 0]);
    server.fail({ with: { type: "hang" } });
    server.clear();
    expect(server.requests).toEqual([]);
    await expect(client.models.list()).resolves.toBeDefined();
  });

  test("closes with a request hanging, and then accepts no other", async () => {
    const server = await startOpenAIServer();
    server.fail({ with: { type: "hang" } });
    const outcome = fetch(`${server.baseUrl}/models`).catch((error: unknown) => error);
    while (server.requests.length === 0) {
      await new Promise(setImmediate);
    }
    await server.close();
    await server.close();
    expect(await outcome).toBeInstanceOf(TypeError);
    await expect(fetch(`${server.baseUrl}/models`)).rejects.toThrow("fetch failed");
  });

  test("tells the client what was wrong with a request", async () => {
    await using server = await startOpenAIServer({
      chat: () => {
        throw new Error("The script expected something else.");
      },
    });
    const post = async (path: string, body: string) => {
      const response = await fetch(`${server.baseUrl}${path}`, { method: "POST", body });
      const { error } = (await response.json()) as { error: object };
      return { status: response.status, ...error };
    };
    expect(await post("/chat/completions", "{")).toMatchObject({
      status: 400,
      type: "invalid_request_error",
    });
    expect(await post("/chat/completions", '{"model":"m"}')).toMatchObject({
      status: 400,
      param: "messages",
    });
    expect(await post("/audio", "{}")).toMatchObject({
      status: 404,
      message: "Unknown request URL: POST /v1/audio.",
    });
    expect(await post("/chat/completions", '{"model":"m","messages":[]}')).toMatchObject({
      status: 500,
      message: "The script expected something else.",
    });
  });
});
