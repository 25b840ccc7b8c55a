import type { Memory } from "@palimpsest/core";
import { APICallError, RetryError } from "ai";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { recordingMemory } from "../__fixtures__/recording-memory.ts";
import { startChat } from "../__fixtures__/start-chat.ts";
import { WAYS } from "../__fixtures__/ways-to-ask.ts";
import { memoryCall } from "./memory-call.ts";
import type { MemoryMiddlewareOptions } from "./options.ts";
import { withMemory } from "./with-memory.ts";

const alice = memoryCall({ userId: "alice" });
const scope = { userId: "alice" };

function giveNothing(): string {
  return undefined as unknown as string;
}

function fail(): never {
  throw new Error("oops");
}

// An application gives it where nothing is awaited, which TypeScript allows.
const failLater = (() => Promise.reject(new Error("oops"))) as unknown as () => void;

const busy = new APICallError({
  message: "The embedder is busy.",
  url: "http://localhost",
  requestBodyValues: {},
  statusCode: 429,
  isRetryable: true,
});

describe.each(WAYS)("when memory fails, %s", (_, ask) => {
  async function exchange(
    failing: { search?: Memory["search"]; add?: Memory["add"] },
    options: Partial<MemoryMiddlewareOptions> = {},
  ) {
    const chat = await startChat(() => ({ text: "Fine." }));
    const failures: unknown[] = [];
    const recording = recordingMemory(failing);
    const model = withMemory(chat.model, {
      memory: recording.memory,
      onError: (...failure) => failures.push(failure),
      ...options,
    });
    const { text } = await ask({ model, ...alice, prompt: "Hi" });
    await model.flush();
    return { text, failures, chat, ...recording };
  }

  it.each([
    ["rejects", () => Promise.reject(new Error("oops"))],
    ["throws at once", fail],
  ] as [string, () => Promise<never>][])(
    "answers, and tells when it %s",
    async (_case, failing) => {
      const { text, failures } = await exchange({ search: failing, add: failing });
      expect(text).toBe("Fine.");
      expect(failures).toEqual([
        [new Error("oops"), { phase: "recall", scope }],
        [new Error("oops"), { phase: "remember", scope }],
      ]);
    },
  );

  it("answers when the search finds something else than memories", async () => {
    const search = (async () => ({ memories: [] })) as unknown as Memory["search"];
    const { text, failures } = await exchange({ search });
    expect([text, failures.length]).toEqual(["Fine.", 1]);
  });

  it("is not tried again, though the failure looks like one of the model", async () => {
    const { text, chat, failures, searches } = await exchange({
      search: () => Promise.reject(busy),
      add: () => Promise.reject(busy),
    });
    expect([text, chat.server.count("chat"), searches.length]).toEqual(["Fine.", 1, 1]);
    expect(failures).toEqual([
      [busy, { phase: "recall", scope }],
      [busy, { phase: "remember", scope }],
    ]);
  });

  it("waits no longer than it may", async () => {
    const { text, failures } = await exchange(
      { search: () => new Promise(() => {}) },
      { recall: { timeoutMs: 20 } },
    );
    expect(text).toBe("Fine.");
    expect(failures).toEqual([
      [new Error("No memories were found within 20 ms."), { phase: "recall", scope }],
    ]);
  });

  it("answers when the application's functions fail, at once or later", async () => {
    for (const failing of [fail, failLater]) {
      const { text, failures, kept } = await exchange(
        {},
        { onRecall: failing, onRemember: failing, waitUntil: fail },
      );
      expect([text, kept().length]).toEqual(["Fine.", 1]);
      expect(failures).toEqual(
        Array.from({ length: 3 }, () => [new Error("oops"), { phase: "callback", scope }]),
      );
    }
  });

  it("looks for nothing when the query fails, and keeps nothing when shouldRemember does", async () => {
    const { failures, kept, searches } = await exchange(
      {},
      { recall: { query: fail }, remember: { shouldRemember: fail } },
    );
    expect([kept(), searches]).toEqual([[], []]);
    expect(failures).toEqual([
      [new Error("oops"), { phase: "callback", scope }],
      [new Error("oops"), { phase: "callback", scope }],
    ]);
  });

  it("looks for nothing when the query is none, and keeps what was said", async () => {
    const { failures, kept, searches } = await exchange({}, { recall: { query: giveNothing } });
    expect([kept().length, searches]).toEqual([1, []]);
    expect(failures).toEqual([
      [
        expect.objectContaining({ message: "recall.query must give a string." }),
        { phase: "callback", scope },
      ],
    ]);
  });

  it("answers when a turn cannot be told from others", async () => {
    const digest = vi.spyOn(crypto.subtle, "digest").mockRejectedValue(new Error("oops"));
    onTestFinished(() => digest.mockRestore());
    const { text, failures, kept } = await exchange({});
    expect([text, kept()]).toEqual(["Fine.", []]);
    expect(failures).toEqual([[new Error("oops"), { phase: "recall", scope }]]);
  });

  it("answers when onError fails, too", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => {});
    const { text } = await exchange(
      { search: () => Promise.reject(new Error("down")) },
      {
        onError: () => {
          throw new Error("logger down");
        },
      },
    );
    expect(text).toBe("Fine.");
    expect(log.mock.calls.flat()).toContainEqual(new Error("down"));
    log.mockRestore();
  });
});

describe.each(WAYS)("when the model fails, %s", (_, ask) => {
  it("fails as it does without memory", async () => {
    const chat = await startChat();
    const { memory, kept } = recordingMemory();
    const model = withMemory(chat.model, { memory });
    for (const [status, isRetryable] of [
      [400, false],
      [429, true],
    ] as const) {
      chat.server.fail({ with: { type: "status", status, message: "No." }, times: 1 });
      const failure = await ask({ model, ...alice, prompt: "Hi", maxRetries: 0 }).catch(
        (error: unknown) => error,
      );
      expect(failure).toBeInstanceOf(APICallError);
      expect(failure).toMatchObject({ message: "No.", statusCode: status, isRetryable });
    }
    chat.server.fail({ with: { type: "status", status: 500, retryAfter: 0 }, times: 2 });
    const failure = await ask({ model, ...alice, prompt: "Hi", maxRetries: 1 }).catch(
      (error: unknown) => error,
    );
    expect(RetryError.isInstance(failure)).toBe(true);
    await model.flush();
    expect(kept()).toEqual([]);
  });
});

describe("what the application is told", () => {
  it("is what was recalled, before the answer, and what was learned, after it", async () => {
    const told: unknown[] = [];
    const chat = await startChat(() => {
      told.push("asked");
      return { text: "Fine." };
    });
    const { memory } = recordingMemory();
    const model = withMemory(chat.model, {
      memory,
      onRecall: ({ memories, ...rest }) => told.push([...memories.map(({ id }) => id), rest.scope]),
      onRemember: ({ report }, info) => told.push([report.status, info.scope]),
    });
    const [[, ask]] = WAYS;
    await ask({ model, ...alice, prompt: "Hi" });
    await model.flush();
    expect(told).toEqual([["memory-1", scope], "asked", ["processed", scope]]);
  });
});
