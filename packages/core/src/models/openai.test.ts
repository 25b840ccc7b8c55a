import { type OpenAIServer, startOpenAIServer } from "@palimpsest/openai-server";
import type { ChatReply, Fault } from "@palimpsest/openai-server";
import OpenAI from "openai";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { RECORD_FACTS } from "../add/extract-facts.prompt.ts";
import { DECIDE } from "../add/judge-facts.prompt.ts";
import { InvalidInputError, ModelCallError, ModelOutputError } from "../errors.ts";
import type { ModelAnswer, ModelRequest } from "../ports/language-model.ts";
import { WRITE_SUMMARY } from "../summary/summarize-session.prompt.ts";
import { openai } from "./openai.ts";

const FACTS = { facts: [{ text: "User likes tea" }] };
const CALL: ChatReply = { toolCalls: [{ name: "record_facts", arguments: FACTS }] };
const REQUEST: ModelRequest = {
  system: "Extract.",
  messages: [{ role: "user", content: "I like tea" }],
  tool: RECORD_FACTS,
};

let server: OpenAIServer;
let reply: ChatReply = CALL;

beforeAll(async () => {
  server = await startOpenAIServer({ chat: () => reply });
});
afterEach(() => {
  server.clear();
  reply = CALL;
  vi.unstubAllEnvs();
});
afterAll(async () => server.close());

/** A model on the test server, asked once. */
async function ask(
  options: Parameters<typeof openai>[0] = {},
  request: Partial<ModelRequest> = {},
): Promise<ModelAnswer> {
  const model = openai({ baseURL: server.baseUrl, apiKey: "secret-key", ...options });
  return model.generate({ ...REQUEST, ...request });
}

/** What the question is rejected with. */
async function failure(asked: Promise<unknown>): Promise<unknown> {
  return asked.then(
    () => expect.fail("It was answered."),
    (error: unknown) => error,
  );
}

function isStrict({ body }: { body: unknown }): boolean {
  return JSON.stringify(body).includes('"strict"');
}

function bodies(): unknown[] {
  return server.requests.map(({ body }) => body);
}

describe("openai", () => {
  test("asks for one call of the tool and gives its arguments, with the tokens used", async () => {
    reply = { ...CALL, usage: { inputTokens: 120, outputTokens: 9 } };
    const answer = await ask({ model: "gpt-4.1-mini", temperature: 0 });
    expect(answer).toEqual({ arguments: FACTS, usage: { inputTokens: 120, outputTokens: 9 } });
    expect(bodies()).toEqual([
      {
        model: "gpt-4.1-mini",
        temperature: 0,
        messages: [{ role: "system", content: "Extract." }, ...REQUEST.messages],
        tools: [{ type: "function", function: RECORD_FACTS }],
        tool_choice: { type: "function", function: { name: "record_facts" } },
      },
    ]);
  });

  test("is named after the model, and asks nobody before it is asked", () => {
    expect(openai({ baseURL: server.baseUrl }).id).toBe("openai/gpt-4.1-nano");
    expect(server.requests).toEqual([]);
  });

  describe("reaches the server", () => {
    test("of the environment, with its key", async () => {
      vi.stubEnv("OPENAI_BASE_URL", server.baseUrl);
      vi.stubEnv("OPENAI_API_KEY", "key-of-the-environment");
      await openai().generate(REQUEST);
      expect(server.requests[0]?.headers.authorization).toBe("Bearer key-of-the-environment");
    });

    test("without a key, when it is not OpenAI's", async () => {
      vi.stubEnv("OPENAI_API_KEY", "");
      await openai({ baseURL: server.baseUrl }).generate(REQUEST);
      expect(server.count("chat")).toBe(1);
    });

    test("through a client of the caller's", async () => {
      const client = new OpenAI({ baseURL: server.baseUrl, apiKey: "key", maxRetries: 5 });
      server.fail({ with: { type: "status", status: 500 } });
      await expect(ask({ client })).rejects.toBeInstanceOf(ModelCallError);
      expect(server.count("chat")).toBe(1);
    });

    test("but not OpenAI's without a key, nor a URL that is none", () => {
      vi.stubEnv("OPENAI_API_KEY", "");
      vi.stubEnv("OPENAI_BASE_URL", "");
      expect(() => openai()).toThrow(InvalidInputError);
      expect(() => openai()).toThrow("OPENAI_API_KEY");
      expect(() => openai({ baseURL: "localhost" })).toThrow(InvalidInputError);
      expect(() => openai({ baseURL: "localhost:11434/v1" })).toThrow("must be a URL");
    });
  });

  describe("strictly", () => {
    test.each([RECORD_FACTS, DECIDE, WRITE_SUMMARY])(
      "gives the tool $name a schema that OpenAI takes",
      async (tool) => {
        reply = { toolCalls: [{ name: tool.name, arguments: {} }] };
        await ask({ strict: true }, { tool });
        expect(bodies()).toMatchObject([
          { tools: [{ function: { strict: true } }], parallel_tool_calls: false },
        ]);
      },
    );

    test("leaves out what the model answers with null", async () => {
      const facts = [{ text: "User likes tea", kind: null, entities: [], relations: null }];
      reply = { toolCalls: [{ name: "record_facts", arguments: { facts } }] };
      const answer = await ask({ strict: true });
      expect(answer.arguments).toEqual({ facts: [{ text: "User likes tea", entities: [] }] });
    });

    test.each(["https://api.openai.com/v1", "https://eu.api.openai.com/v1"])(
      "is how OpenAI itself is asked: %s",
      async (baseURL) => {
        const client = new OpenAI({
          baseURL,
          apiKey: "key",
          fetch: (_, init) => fetch(`${server.baseUrl}/chat/completions`, init),
        });
        await ask({ client });
        await ask({ client, strict: false });
        const strict = { function: { strict: true } };
        expect(bodies()).toMatchObject([{ tools: [strict] }, { tools: [{}] }]);
        expect(bodies()[1]).not.toMatchObject({ tools: [strict] });
      },
    );

    test.each([
      [400, "Invalid schema for function 'record_facts': In context=(), too deep."],
      [400, "Unsupported parameter: 'parallel_tool_calls' is not supported with this model."],
      [422, "tools.0.function.strict: extra fields not permitted"],
    ])("gives up for good where a server cannot: %i %s", async (status, message) => {
      const model = openai({ baseURL: server.baseUrl, apiKey: "key", strict: true });
      server.fail({ times: 9, when: isStrict, with: { type: "status", status, message } });
      expect((await model.generate(REQUEST)).arguments).toEqual(FACTS);
      expect((await model.generate(REQUEST)).arguments).toEqual(FACTS);
      expect(server.requests.map(isStrict)).toEqual([true, false, false]);
    });

    test("is not given up for another fault", async () => {
      const model = openai({ baseURL: server.baseUrl, apiKey: "key", strict: true });
      server.fail({ with: { type: "status", status: 400, message: "Too many tokens" } });
      expect(await failure(model.generate(REQUEST))).toMatchObject({ status: 400 });
      await model.generate(REQUEST);
      expect(server.requests).toHaveLength(2);
      expect(bodies()[1]).toMatchObject({ tools: [{ function: { strict: true } }] });
    });
  });

  test("takes the arguments in place of the call, from servers that force no tool", async () => {
    reply = { text: JSON.stringify(FACTS) };
    expect((await ask()).arguments).toEqual(FACTS);
  });

  test.each<[string, Fault, string]>([
    [
      "that was cut short",
      { type: "truncate", where: "arguments", keep: 0.5 },
      '{"facts":[{"text":',
    ],
    ["that is a page", { type: "garbage", body: "<html>", contentType: "text/html" }, "<html>"],
    ["that is empty", { type: "garbage", body: "" }, "null"],
  ])("refuses an answer %s, with its text", async (_, fault, text) => {
    server.fail({ with: fault });
    const error = await failure(ask());
    expect(error).toBeInstanceOf(ModelOutputError);
    expect(error).toMatchObject({ text });
  });

  describe("says what to do about", () => {
    test.each<[number, boolean, string, string | undefined]>([
      [400, false, "check that the model supports it", undefined],
      [401, false, "OPENAI_API_KEY", undefined],
      [403, false, "choose another one", undefined],
      [404, false, "Check the model's name", undefined],
      [408, true, "another try", undefined],
      [409, true, "another try", undefined],
      [422, false, "check that the model supports it", undefined],
      [429, true, "another try", "rate_limit_exceeded"],
      [429, false, "no credit left", "insufficient_quota"],
      [500, true, "another try", undefined],
      [503, true, "another try", undefined],
    ])("status %i (retryable: %s): %s", async (status, retryable, advice, code) => {
      server.fail({
        with: { type: "status", status, message: "Because.", ...(code !== undefined && { code }) },
      });
      const error = (await failure(ask())) as ModelCallError;
      expect(error).toBeInstanceOf(ModelCallError);
      expect(error).toMatchObject({ status, retryable });
      expect(error.message).toContain(
        `openai/gpt-4.1-nano at ${server.baseUrl} answered ${status} Because. `,
      );
      expect(error.message).toContain(advice);
      expect(error.message).not.toContain("secret-key");
      expect(server.count("chat")).toBe(1);
    });

    test.each<[string, Fault]>([
      ["a connection that breaks off", { type: "disconnect" }],
      ["a body that breaks off", { type: "disconnect", afterBytes: 30 }],
      ["a body that was cut", { type: "truncate", where: "body", keep: 0.5 }],
      ["a body that is not JSON", { type: "garbage", body: "Bad gateway" }],
    ])("%s: it may be tried again", async (_, fault) => {
      server.fail({ with: fault });
      const error = await failure(ask());
      expect(error).toBeInstanceOf(ModelCallError);
      expect(error).toMatchObject({ retryable: true, status: undefined });
      expect(server.count("chat")).toBe(1);
    });

    test("a server that is not there, without what else its URL tells", async () => {
      const gone = await startOpenAIServer();
      await gone.close();
      const error = (await failure(
        ask({ baseURL: `${gone.baseUrl}?token=password` }),
      )) as ModelCallError;
      expect(error).toMatchObject({ retryable: true });
      expect(error.message).toContain(gone.baseUrl);
      expect(error.message).not.toContain("password");
    });

    test("a server that asks to wait", async () => {
      server.fail({ with: { type: "status", status: 429, retryAfter: 7 } });
      expect(await failure(ask())).toMatchObject({ retryAfterMs: 7_000 });
    });
  });

  describe("when aborted", () => {
    test("rejects with the reason, and asks nobody when it was so before", async () => {
      const reason = new Error("Enough.");
      expect(await failure(ask({}, { signal: AbortSignal.abort(reason) }))).toBe(reason);
      expect(server.requests).toEqual([]);
    });

    test("rejects with the reason while it waits", async () => {
      const controller = new AbortController();
      const reason = { any: "value" };
      server.fail({
        when: () => {
          controller.abort(reason);
          return true;
        },
        with: { type: "hang" },
      });
      expect(await failure(ask({}, { signal: controller.signal }))).toBe(reason);
    });
  });
});
