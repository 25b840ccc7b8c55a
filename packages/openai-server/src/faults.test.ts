import OpenAI, { APIConnectionError, APIConnectionTimeoutError } from "openai";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { CompleteReply } from "./chat.ts";
import { type OpenAIServer, startOpenAIServer } from "./start-openai-server.ts";

const QUESTION = { model: "m", messages: [{ role: "user" as const, content: "Hello there" }] };
const CALL = {
  ...QUESTION,
  tools: [{ type: "function" as const, function: { name: "t" } }],
  tool_choice: { type: "function" as const, function: { name: "t" } },
};

let server: OpenAIServer;
let client: OpenAI;

beforeAll(async () => {
  server = await startOpenAIServer({
    chat: ({ tools }) =>
      tools.length > 0
        ? { toolCalls: [{ name: "t", arguments: { list: ["one", "two", "three"] } }] }
        : { text: "One two three four" },
  });
  client = new OpenAI({ baseURL: server.baseUrl, apiKey: "key", maxRetries: 0 });
});
beforeEach(() => server.clear());
afterAll(async () => server.close());

describe("a fault", () => {
  test("of a status is an error in OpenAI's form", async () => {
    server.fail({
      with: { type: "status", status: 429, retryAfter: 7, message: "Slow", code: "rate_limited" },
    });
    await expect(client.chat.completions.create(QUESTION)).rejects.toMatchObject({
      status: 429,
      code: "rate_limited",
      message: "429 Slow",
      headers: expect.toSatisfy((headers: Headers) => headers.get("retry-after") === "7"),
    });
  });

  test("meets one request unless told otherwise, and then is over", async () => {
    server.fail({ times: 2, with: { type: "status", status: 500 } });
    server.fail({ with: { type: "status", status: 503 } });
    const statuses: (number | undefined)[] = [];
    for (let request = 0; request < 4; request += 1) {
      const response = await fetch(`${server.baseUrl}/models`);
      statuses.push(response.status);
    }
    expect(statuses).toEqual([500, 500, 503, 200]);
  });

  test("meets only the requests that it is for", async () => {
    server.fail({ path: "embeddings", with: { type: "status", status: 500 } });
    server.fail({
      when: ({ body }) => body !== undefined && JSON.stringify(body).includes("there"),
      with: { type: "status", status: 503 },
    });
    await expect(client.models.list()).resolves.toBeDefined();
    await expect(client.chat.completions.create(QUESTION)).rejects.toMatchObject({ status: 503 });
    await expect(client.embeddings.create({ model: "m", input: "a" })).rejects.toMatchObject({
      status: 500,
    });
  });

  test("of a delay is followed by the right answer", async () => {
    server.fail({ with: { type: "delay", ms: 60 } });
    const impatient = client.chat.completions.create(QUESTION, { timeout: 15 });
    await expect(impatient).rejects.toBeInstanceOf(APIConnectionTimeoutError);
    server.fail({ with: { type: "delay", ms: 15 } });
    const completion = await client.chat.completions.create(QUESTION);
    expect(completion.choices[0]?.message.content).toBe("One two three four");
  });

  test("of hanging never answers", async () => {
    server.fail({ with: { type: "hang" } });
    const request = client.chat.completions.create(QUESTION, { timeout: 50 });
    await expect(request).rejects.toBeInstanceOf(APIConnectionTimeoutError);
  });

  test("of disconnecting cuts the connection before the answer", async () => {
    server.fail({ with: { type: "disconnect" } });
    await expect(client.chat.completions.create(QUESTION)).rejects.toBeInstanceOf(
      APIConnectionError,
    );
  });

  test("of disconnecting cuts a body and a stream in the middle", async () => {
    server.fail({ times: 2, with: { type: "disconnect", afterBytes: 700 } });
    const response = await fetch(`${server.baseUrl}/chat/completions`, {
      method: "POST",
      body: JSON.stringify({ ...QUESTION, stream: true }),
    });
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow("terminated");

    const stream = await client.chat.completions.create({ ...QUESTION, stream: true });
    const seen: string[] = [];
    const reading = (async () => {
      for await (const chunk of stream) seen.push(chunk.choices[0]?.delta.content ?? "");
    })();
    await expect(reading).rejects.toThrow("terminated");
    expect(seen.join("")).toMatch(/^One two(?!.*four$)/);
  });

  test.each([0.5, 40])("of truncating the body keeps %d of it", async (keep) => {
    const url = `${server.baseUrl}/models`;
    const whole = await (await fetch(url)).text();
    server.fail({ with: { type: "truncate", where: "body", keep } });
    const cut = await (await fetch(url)).text();
    expect(cut).toBe(whole.slice(0, keep < 1 ? Math.floor(whole.length * keep) : keep));
  });

  test("of truncating the arguments is a valid answer that says so", async () => {
    server.fail({ times: 2, with: { type: "truncate", where: "arguments", keep: 0.5 } });
    const completion = await client.chat.completions.create(CALL);
    expect(completion.choices[0]).toMatchObject({
      finish_reason: "length",
      message: { tool_calls: [{ function: { name: "t", arguments: '{"list":["one",' } }] },
    });
    const response = await client.responses.create({ model: "m", input: "Hello" });
    expect(response).toMatchObject({ status: "incomplete", output_text: "One two t" });
  });

  test("of a reply changes it, and one of vectors each of these", async () => {
    server.fail({ path: "chat", with: { type: "reply", change: sayOtherWords } });
    const completion = await client.chat.completions.create(CALL);
    expect(completion.choices[0]?.message).toMatchObject({ content: "Other words" });
    server.fail({ path: "embeddings", with: { type: "vectors", change: () => [Number.NaN, 1] } });
    const { data } = await client.embeddings.create({ model: "m", input: ["a", "b"] });
    expect(data.map(({ embedding }) => [...embedding])).toEqual([
      [Number.NaN, 1],
      [Number.NaN, 1],
    ]);
  });

  test("of garbage answers with it", async () => {
    server.fail({ with: { type: "garbage", body: "<html>" } });
    await expect(client.chat.completions.create(QUESTION)).rejects.toBeInstanceOf(SyntaxError);
    server.fail({ with: { type: "garbage", body: "<html>", contentType: "text/html" } });
    await expect(client.chat.completions.create(QUESTION)).resolves.toBe("<html>");
  });
});

function sayOtherWords(reply: CompleteReply): CompleteReply {
  return { ...reply, text: "Other words", toolCalls: [] };
}
