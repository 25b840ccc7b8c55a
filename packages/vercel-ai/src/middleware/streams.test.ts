import { streamText } from "ai";
import { describe, expect, it, vi } from "vitest";
import { recordingMemory } from "../__fixtures__/recording-memory.ts";
import { startChat } from "../__fixtures__/start-chat.ts";
import { finishPart, streamingModel, textParts } from "../__fixtures__/streaming-model.ts";
import type { StreamPart } from "./call-types.ts";
import { memoryCall } from "./memory-call.ts";
import { withMemory } from "./with-memory.ts";

const alice = memoryCall({ userId: "alice" });
const prompt = [{ role: "user" as const, content: [{ type: "text" as const, text: "Hi" }] }];
const KEPT = [["user: Hi", "assistant: Hello there."]];

const ran = {
  type: "tool-call",
  toolCallId: "c1",
  toolName: "search",
  input: "{}",
  providerExecuted: true,
};
const reported = { type: "tool-result", toolCallId: "c1", toolName: "search", result: "42" };
const approval = { type: "tool-approval-request", approvalId: "a1", toolCallId: "c1" };

/** Reads all parts of a stream. */
async function readAll(stream: ReadableStream<StreamPart>): Promise<StreamPart[]> {
  const parts: StreamPart[] = [];
  for await (const part of stream) parts.push(part);
  return parts;
}

describe("a stream", () => {
  it("does not wait for what is kept", async () => {
    const chat = await startChat(() => ({ text: "Hello there." }));
    const release = Promise.withResolvers<never>();
    const { memory, kept } = recordingMemory({ add: () => release.promise });
    const model = withMemory(chat.model, { memory, onError: () => {} });
    const result = streamText({ model, ...alice, prompt: "Hi" });
    await result.consumeStream();
    expect(await result.text).toBe("Hello there.");
    await vi.waitFor(() => expect(kept()).toEqual(KEPT));
    release.reject(new Error("Enough."));
    await model.flush();
  });

  it("is kept from its finish part on, and not from its end", async () => {
    const never = Promise.withResolvers<void>();
    const { model: bare } = streamingModel([...textParts("Hello there."), finishPart()], {
      end: () => never.promise,
    });
    const { memory, kept } = recordingMemory();
    const model = withMemory(bare, { memory });
    const { stream } = await model.doStream({ prompt, ...alice });
    const reader = stream.getReader();
    for (let part; part?.type !== "finish";) part = (await reader.read()).value;
    await vi.waitFor(() => expect(kept()).toEqual(KEPT));
  });

  it("is read no faster than it is asked for, and cancelled with the reason given", async () => {
    const { model: bare, seen } = streamingModel([...textParts("A long answer."), finishPart()]);
    const model = withMemory(bare, { memory: recordingMemory().memory });
    const { stream } = await model.doStream({ prompt, ...alice });
    const reader = stream.getReader();
    await new Promise(setImmediate);
    expect(seen.reads).toBe(0);
    await reader.read();
    await reader.read();
    expect(seen.reads).toBe(2);
    await reader.cancel("bored");
    expect(seen.cancelled).toEqual(["bored"]);
  });

  it("may bring interleaved texts, and parts that are not known here", async () => {
    const unknown = { type: "hologram", data: 1 } as unknown as StreamPart;
    const parts: StreamPart[] = [
      { type: "stream-start", warnings: [] },
      { type: "text-start", id: "a" },
      { type: "text-start", id: "b" },
      { type: "text-delta", id: "b", delta: "Second, " },
      unknown,
      { type: "text-delta", id: "a", delta: "First, " },
      { type: "reasoning-start", id: "r" },
      { type: "reasoning-delta", id: "r", delta: "secretly" },
      { type: "text-delta", id: "b", delta: "and last." },
      { type: "text-delta", id: "a", delta: "and more." },
    ];
    const { model: bare } = streamingModel([...parts, finishPart()]);
    const { memory, kept } = recordingMemory();
    const model = withMemory(bare, { memory });
    const { stream } = await model.doStream({ prompt, ...alice });
    expect((await readAll(stream)).slice(0, -1)).toEqual(parts);
    await model.flush();
    expect(kept()).toEqual([
      ["user: Hi", String.raw`assistant: First, and more.\nSecond, and last.`],
    ]);
  });

  it("keeps what the provider says of it in the finish part", async () => {
    const finish = { ...finishPart(), providerMetadata: { acme: { cost: 1 } } };
    const { model: bare } = streamingModel([...textParts("Hello."), finish]);
    const model = withMemory(bare, { memory: recordingMemory().memory });
    const { stream } = await model.doStream({ prompt, ...alice });
    expect((await readAll(stream)).at(-1)).toEqual({
      ...finish,
      providerMetadata: {
        acme: { cost: 1 },
        palimpsest: { memories: [{ id: "memory-1", score: 0.9 }] },
      },
    });
  });

  it.each([
    ["an error", [...textParts("Hello"), { type: "error", error: "down" }, finishPart("stop")]],
    ["a reason that is an error", [...textParts("Hello"), finishPart("error")]],
    ["an interruption", [...textParts("Hello"), finishPart("interrupted")]],
    ["a refusal", [...textParts("Hello"), finishPart("content-filter")]],
    ["no finish part", textParts("Hello")],
  ] as [string, StreamPart[]][])("that ends with %s is not an answer", async (_, parts) => {
    const { model: bare } = streamingModel(parts);
    const { memory, kept } = recordingMemory();
    const model = withMemory(bare, { memory });
    const { stream } = await model.doStream({ prompt, ...alice });
    await readAll(stream);
    await model.flush();
    expect(kept()).toEqual([]);
  });

  it.each(["length", "other", "stop"] as const)(
    "that ends with %s is an answer",
    async (reason) => {
      const { model: bare } = streamingModel([...textParts("Hello there."), finishPart(reason)]);
      const { memory, kept } = recordingMemory();
      const model = withMemory(bare, { memory });
      await readAll((await model.doStream({ prompt, ...alice })).stream);
      await model.flush();
      expect(kept()).toEqual(KEPT);
    },
  );

  it.each([
    ["whose tool the provider ran without a report", [ran, ...textParts("Hello there.")], KEPT],
    ["whose tool the provider ran", [...textParts("Hello there."), ran, reported], KEPT],
    ["whose tool the provider runs until the next step", [...textParts("Let me"), ran], []],
    ["whose tool somebody has to approve", [ran, approval, ...textParts("Wait.")], []],
  ] as [string, StreamPart[], string[][]][])(
    "%s is an answer or is none",
    async (_, parts, expected) => {
      const { model: bare } = streamingModel([...parts, finishPart()]);
      const { memory, kept } = recordingMemory();
      const model = withMemory(bare, { memory });
      await readAll((await model.doStream({ prompt, ...alice })).stream);
      await model.flush();
      expect(kept()).toEqual(expected);
    },
  );

  it("whose connection breaks fails as it does without memory, and is not an answer", async () => {
    const chat = await startChat(() => ({ text: "Hello there, how are you today?" }));
    const { memory, kept } = recordingMemory();
    const model = withMemory(chat.model, { memory });
    const errors: Error[] = [];
    for (const asked of [chat.model, model]) {
      chat.server.fail({ with: { type: "disconnect", afterBytes: 500 } });
      await streamText({ model: asked, ...alice, prompt: "Hi" }).consumeStream({
        onError: (error) => void errors.push(error as Error),
      });
    }
    await model.flush();
    expect(errors).toHaveLength(2);
    const [bare, remembering] = errors.map(({ name, message }) => [name, message]);
    expect(remembering).toEqual(bare);
    expect(kept()).toEqual([]);
  });

  it("that is tried again in its middle is one turn", async () => {
    const chat = await startChat(() => ({ text: "Hello there." }));
    chat.server.fail({
      with: {
        type: "garbage",
        contentType: "text/event-stream",
        body: [
          { choices: [{ index: 0, delta: { role: "assistant", content: "Hel" } }] },
          { error: { message: "Overloaded.", type: "server_error", code: "overloaded" } },
        ]
          .map((event) => `data: ${JSON.stringify(event)}\n\n`)
          .join(""),
      },
    });
    const { memory, searches, kept } = recordingMemory();
    const model = withMemory(chat.model, { memory });
    const result = streamText({
      model,
      ...alice,
      prompt: "Hi",
      streamRetries: 1,
      onError: () => {},
    });
    expect(await result.text).toBe("Hello there.");
    await model.flush();
    expect(chat.server.count("chat")).toBe(2);
    expect([searches.length, kept()]).toEqual([1, KEPT]);
  });
});

describe("a reader that goes away without a word", () => {
  // Longer than what the SDK reads ahead (ai 7.0.173).
  const answer = "la ".repeat(1_000);

  async function leave(consume: (result: ReturnType<typeof streamText>) => void) {
    const chat = await startChat(() => ({ text: answer }));
    const { memory, kept } = recordingMemory();
    const result = streamText({
      model: withMemory(chat.model, { memory }),
      ...alice,
      prompt: "Hi",
    });
    consume(result);
    await result.toTextStreamResponse().body?.cancel();
    return kept;
  }

  it("takes the turn along: nobody reads it to its end", async () => {
    const kept = await leave(() => {});
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(kept()).toEqual([]);
  });

  it("leaves a turn that is kept where the application consumes the stream", async () => {
    const kept = await leave((result) => void result.consumeStream());
    await vi.waitFor(() => expect(kept()).toEqual([["user: Hi", `assistant: ${answer}`]]));
  });
});
