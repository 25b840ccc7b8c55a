import { Embeddings } from "@langchain/core/embeddings";
import { OpenAIEmbeddings } from "@langchain/openai";
import { EmbeddingError } from "@palimpsest/core/adapter";
import { type Fault, type OpenAIServer, startOpenAIServer } from "@palimpsest/openai-server";
import { describe, expect, onTestFinished, test } from "vitest";
import { fromLangChainEmbeddings } from "./from-langchain-embeddings.ts";

async function serve(): Promise<OpenAIServer> {
  const server = await startOpenAIServer({
    embed: (text) => [text.length, 1, 0],
  });
  onTestFinished(() => server.close());
  return server;
}

function open(server: OpenAIServer) {
  return fromLangChainEmbeddings(
    new OpenAIEmbeddings({
      model: "text-embedding-3-small",
      apiKey: "test",
      maxRetries: 0,
      encodingFormat: "float",
      configuration: { baseURL: server.baseUrl },
    }),
    { dimensions: 3, similarityRange: [0.15, 0.8] },
  );
}

/** Embeddings that tell questions from documents, and do not say which model they are of. */
class TwoSided extends Embeddings {
  constructor() {
    super({});
  }
  override embedQuery = async () => [1, 0];
  override embedDocuments = async (texts: string[]) => texts.map(() => [0, 1]);
}

/** Embeddings that throw where others give a promise. */
class Refusing extends Embeddings {
  constructor() {
    super({});
  }
  override embedQuery = (): never => {
    throw new Error("No model is loaded.");
  };
  override embedDocuments = this.embedQuery;
}

describe("fromLangChainEmbeddings", () => {
  test("gives a vector for each text, in one request, and a name for the space", async () => {
    const server = await serve();
    const embedder = open(server);
    expect(embedder).toMatchObject({
      id: "langchain/text-embedding-3-small@3",
      dimensions: 3,
      similarityRange: [0.15, 0.8],
    });
    expect(await embedder.embed(["a", "bbb"], { purpose: "document" })).toEqual([
      [1, 1, 0],
      [3, 1, 0],
    ]);
    expect(server.count("embeddings")).toBe(1);
  });

  test("tells questions from documents", async () => {
    const embedder = fromLangChainEmbeddings(new TwoSided(), { id: "two-sided", dimensions: 2 });
    expect(embedder.id).toBe("two-sided");
    expect(await embedder.embed(["a", "b"], { purpose: "query" })).toEqual([
      [1, 0],
      [1, 0],
    ]);
    expect(await embedder.embed(["a"], { purpose: "document" })).toEqual([[0, 1]]);
  });

  test.each(["query", "document"] as const)(
    "says what it means when a %s is refused before anything is asked",
    async (purpose) => {
      const embedder = fromLangChainEmbeddings(new Refusing(), { id: "refusing", dimensions: 2 });
      await expect(embedder.embed(["a"], { purpose })).rejects.toThrow(EmbeddingError);
    },
  );

  test.each<[string, Fault, object]>([
    [
      "too many requests",
      { type: "status", status: 429, retryAfter: 2 },
      { retryable: true, retryAfterMs: 2_000 },
    ],
    ["a wrong key", { type: "status", status: 401 }, { retryable: false }],
    ["a cut connection", { type: "disconnect" }, { retryable: true }],
  ])("says what %s means", async (_name, fault, expected) => {
    const server = await serve();
    server.fail({ with: fault });
    const failure = await open(server)
      .embed(["a"], { purpose: "query" })
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(EmbeddingError);
    expect(failure).toMatchObject(expected);
  });

  test("keeps what a client threw whose headers are those of HTTP/2", async () => {
    const headers = { ":status": "429", "Retry-After": "7" };
    const cause = Object.assign(new Error("slow down"), { status: 429, headers });
    const embeddings = { embedDocuments: async () => [], embedQuery: () => Promise.reject(cause) };
    const embedder = fromLangChainEmbeddings(embeddings, { id: "other", dimensions: 2 });
    await expect(embedder.embed(["a"], { purpose: "query" })).rejects.toMatchObject({
      code: "embedding",
      retryAfterMs: 7_000,
      cause,
    });
  });

  test("rejects with the signal's reason when aborted, before and during a call", async () => {
    const server = await serve();
    server.fail({ with: { type: "hang" } });
    const abort = new AbortController();
    const vectors = open(server).embed(["a"], { purpose: "query", signal: abort.signal });
    await expect.poll(() => server.requests.length).toBe(1);
    abort.abort(new Error("enough"));
    await expect(vectors).rejects.toThrow("enough");
    await expect(
      open(server).embed(["a"], { purpose: "query", signal: abort.signal }),
    ).rejects.toThrow("enough");
    expect(server.requests).toHaveLength(1);
  });

  test.each([
    [undefined, { dimensions: 3 }, "embeddings"],
    ["text-embedding-3-small", { dimensions: 3 }, "embeddings"],
    [new TwoSided(), { dimensions: 3 }, "id"],
    [new TwoSided(), { id: "two-sided", dimensions: 0 }, "dimensions"],
  ])("does not take %j with %j", (embeddings, options, parameter) => {
    expect(() => fromLangChainEmbeddings(embeddings as never, options)).toThrow(
      expect.objectContaining({ code: "invalid-input", parameter }),
    );
  });
});
