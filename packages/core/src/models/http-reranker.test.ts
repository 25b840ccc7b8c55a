import { createServer } from "node:http";
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text as readAll } from "node:stream/consumers";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { openTestMemory } from "../__fixtures__/open-test-memory.ts";
import { InvalidInputError, ModelCallError, ModelOutputError } from "../errors.ts";
import { httpReranker } from "./http-reranker.ts";
import { lexicalEmbedder } from "./lexical-embedder.ts";

type Answer = (response: ServerResponse) => void;

const say =
  (body: unknown, status = 200, headers: Record<string, string> = {}): Answer =>
  (response) => {
    response.writeHead(status, headers);
    response.end(typeof body === "string" ? body : JSON.stringify(body));
  };
const results = (...scores: [index: number, score: number][]) =>
  say({ id: "1", results: scores.map(([index, score]) => ({ index, relevance_score: score })) });

let answer: Answer;
let url: string;
let requests: { body: { documents: string[] }; headers: IncomingHttpHeaders }[] = [];
const server = createServer((request, response) => void receive(request, response));

async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
  requests.push({ body: JSON.parse(await readAll(request)), headers: request.headers });
  answer(response);
}

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/rerank`;
});
afterEach(() => {
  requests = [];
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const rerank = async (options: { signal?: AbortSignal } = {}) =>
  httpReranker({ url: `${url}?token=password`, model: "tiny" }).rerank("q", ["a", "b"], options);

/** What the reranking is rejected with. */
const failure = async (options: { signal?: AbortSignal } = {}): Promise<unknown> =>
  rerank(options).then(
    () => expect.fail("It was answered."),
    (error: unknown) => error,
  );

describe("httpReranker", () => {
  test("sends query and texts, and gives each text its score, whatever the order", async () => {
    answer = results([2, 0.9], [0, 0.25]);
    const reranker = httpReranker({ url, model: "tiny", headers: { authorization: "Bearer key" } });
    expect(reranker.id).toBe(`${new URL(url).host}/tiny`);
    expect(await reranker.rerank("q", ["a", "b", "c".repeat(3_000)])).toEqual([0.25, 0, 0.9]);
    expect(requests).toMatchObject([
      {
        body: { model: "tiny", query: "q", documents: ["a", "b", "c".repeat(2_000)] },
        headers: { "content-type": "application/json", authorization: "Bearer key" },
      },
    ]);
    expect(await reranker.rerank("q", [])).toEqual([]);
    expect(requests).toHaveLength(1);
  });

  test.each<[string, Answer]>([
    ["an index that was not sent", results([2, 0.5])],
    ["half an index", results([0.5, 0.5])],
    ["a score above 1", results([0, 4.2])],
    ["no score", say({ results: [{ index: 0 }] })],
    ["no results", say({ data: [] })],
    ["results that are none", say({ results: [null] })],
    ["prose", say("<html>")],
    ["nothing", say("")],
  ])("refuses an answer with %s", async (_, given) => {
    answer = given;
    expect(await failure()).toBeInstanceOf(ModelOutputError);
  });

  test.each([
    [400, false],
    [401, false],
    [404, false],
    [408, true],
    [429, true],
    [500, true],
    [503, true],
  ])("says of status %i whether it is worth another try: %s", async (status, retryable) => {
    answer = say({ message: "Because." }, status, { "retry-after": "7" });
    const error = await failure();
    expect(error).toBeInstanceOf(ModelCallError);
    expect(error).toMatchObject({ status, retryable, retryAfterMs: 7_000 });
    expect((error as Error).message).toContain(`tiny at ${url} answered ${status}`);
    expect((error as Error).message).not.toContain("password");
  });

  test.each<[string, Answer]>([
    ["is cut off", (response) => response.destroy()],
    [
      "breaks off",
      (response) => {
        response.writeHead(200, { "content-length": "100" });
        response.write("{", () => response.destroy());
      },
    ],
  ])("may be tried again when the connection %s", async (_, given) => {
    answer = given;
    const error = await failure();
    expect(error).toBeInstanceOf(ModelCallError);
    expect(error).toMatchObject({ retryable: true, status: undefined });
  });

  test("rejects with the signal's reason", async () => {
    const controller = new AbortController();
    const reason = new TypeError("Enough.");
    answer = () => controller.abort(reason);
    expect(await failure({ signal: controller.signal })).toBe(reason);
  });

  test.each(["localhost:8000/rerank", "rerank", ""])("wants a URL, not %j", (wrong) => {
    expect(() => httpReranker({ url: wrong, model: "tiny" })).toThrow(InvalidInputError);
  });

  test("orders a search", async () => {
    const { memory } = await openTestMemory({
      embedder: lexicalEmbedder(),
      reranker: httpReranker({ url, model: "tiny" }),
    });
    const alice = { userId: "alice" };
    await memory.put("User likes green tea", alice);
    await memory.put("User likes black tea", alice);
    answer = (response) => {
      const documents = requests[0]?.body.documents ?? [];
      const scores = documents.map((text, index): [number, number] => [
        index,
        text.includes("black") ? 0.9 : 0.4,
      ]);
      results(...scores)(response);
    };
    const found = await memory.search("tea", alice);
    expect(found.results.map(({ memory: text, score }) => [text, score])).toEqual([
      ["User likes black tea", 0.9],
      ["User likes green tea", 0.4],
    ]);
  });
});
