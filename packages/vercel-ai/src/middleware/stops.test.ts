import { type ModelMessage, streamText } from "ai";
import { describe, expect, it } from "vitest";
import { recordingMemory } from "../__fixtures__/recording-memory.ts";
import { startChat } from "../__fixtures__/start-chat.ts";
import { WAYS } from "../__fixtures__/ways-to-ask.ts";
import { memoryCall } from "./memory-call.ts";
import type { RememberSettings } from "./options.ts";
import { withMemory } from "./with-memory.ts";

const alice = memoryCall({ userId: "alice" });
const user = (content: string) => ({ role: "user" as const, content });

/** Asks, and stops the answer once some of it is there. */
async function stopHalfway(remember: RememberSettings) {
  const chat = await startChat(() => ({ text: "Hello there, how are you?", deltaDelayMs: 20 }));
  const recording = recordingMemory();
  const model = withMemory(chat.model, { memory: recording.memory, remember });
  const stop = new AbortController();
  const call = { model, ...alice, messages: [user("I live in Oslo.")] };
  const result = streamText({ ...call, abortSignal: stop.signal });
  for await (const _ of result.textStream) stop.abort();
  await model.flush();
  return { ...recording, model, chat, call };
}

describe("an answer that somebody stops", () => {
  it("keeps what the user said", async () => {
    const { kept } = await stopHalfway({});
    expect(kept()).toEqual([["user: I live in Oslo."]]);
  });

  it("keeps what was delivered of it, too, where that is wanted", async () => {
    const { kept } = await stopHalfway({ onAbort: "partial" });
    expect(kept()).toEqual([["user: I live in Oslo.", expect.stringMatching(/^assistant: Hello/)]]);
    expect(kept()[0]?.[1]).not.toContain("you?");
  });

  it("keeps nothing where that is wanted, and the next turn does not make up for it", async () => {
    const { kept, model, chat } = await stopHalfway({ onAbort: "skip" });
    expect(kept()).toEqual([]);
    chat.script(() => ({ text: "Fine." }));
    const messages = [user("I live in Oslo."), user("Go on.")];
    await streamText({ model, ...alice, messages }).consumeStream();
    await model.flush();
    expect(kept()).toEqual([["user: Go on.", "assistant: Fine."]]);
  });

  it("keeps all of the turn when it is asked again, though nothing of the stopped answer", async () => {
    const { kept, model, chat, call } = await stopHalfway({ onAbort: "skip" });
    chat.script(() => ({ text: "Fine." }));
    await streamText(call).consumeStream();
    await model.flush();
    expect(kept()).toEqual([["user: I live in Oslo.", "assistant: Fine."]]);
  });

  it("is not kept a second time with the next turn", async () => {
    const { kept, model, chat } = await stopHalfway({});
    chat.script(() => ({ text: "Fine." }));
    const messages = [user("I live in Oslo."), user("Go on.")];
    await streamText({ model, ...alice, messages }).consumeStream();
    await model.flush();
    expect(kept()).toEqual([["user: I live in Oslo."], ["user: Go on.", "assistant: Fine."]]);
  });

  it("is looked up anew when it is asked again, of which only the answer is new", async () => {
    const { kept, chat, call, searches, model } = await stopHalfway({});
    chat.script(() => ({ text: "Fine." }));
    await streamText(call).consumeStream();
    await model.flush();
    expect(searches).toHaveLength(2);
    expect(kept()).toEqual([["user: I live in Oslo."], ["assistant: Fine."]]);
  });
});

describe.each(WAYS)("a call of %s that is aborted", (_, ask) => {
  it("does not wait for the search", async () => {
    const chat = await startChat();
    const { memory, kept } = recordingMemory({ search: () => new Promise(() => {}) });
    const told: unknown[] = [];
    const model = withMemory(chat.model, {
      memory,
      recall: { timeoutMs: 60_000 },
      onError: (error) => told.push(error),
      onRecall: (recalled) => told.push(recalled),
    });
    const stop = new AbortController();
    const asked = ask({ model, ...alice, prompt: "I live in Oslo.", abortSignal: stop.signal });
    setTimeout(() => stop.abort(), 20);
    await asked.catch(() => {});
    await model.flush();
    expect([chat.requests.length, told]).toEqual([0, []]);
    expect(kept()).toEqual([["user: I live in Oslo."]]);
  });

  it("leaves a turn that has its memories when it is taken up again", async () => {
    const chat = await startChat();
    const { memory, kept } = recordingMemory();
    let isSlow = true;
    const model = withMemory(chat.model, {
      memory: {
        add: memory.add,
        search: (...search) => (isSlow ? new Promise(() => {}) : memory.search(...search)),
      },
      recall: { timeoutMs: 60_000 },
    });
    const call = { toolCallId: "call_1", toolName: "weather" };
    const messages: ModelMessage[] = [
      user("What is the weather?"),
      { role: "assistant", content: [{ type: "tool-call", ...call, input: {} }] },
      {
        role: "tool",
        content: [{ type: "tool-result", ...call, output: { type: "text", value: "22" } }],
      },
    ];
    const stop = new AbortController();
    const asked = ask({ model, ...alice, messages, abortSignal: stop.signal });
    setTimeout(() => stop.abort(), 20);
    await asked.catch(() => {});
    isSlow = false;
    await ask({ model, ...alice, messages });
    await model.flush();
    expect(chat.requests[0]?.system).toContain("Berlin");
    expect(kept()).toEqual([["user: What is the weather?"], ["assistant: It is sunny."]]);
  });

  it("keeps what the user said when the model has not answered yet", async () => {
    const chat = await startChat();
    chat.server.fail({ with: { type: "hang" } });
    const { memory, kept } = recordingMemory();
    const model = withMemory(chat.model, { memory, remember: { onAbort: "partial" } });
    const stop = new AbortController();
    const asked = ask({ model, ...alice, prompt: "I live in Oslo.", abortSignal: stop.signal });
    setTimeout(() => stop.abort(), 50);
    await asked.catch(() => {});
    await model.flush();
    expect(kept()).toEqual([["user: I live in Oslo."]]);
  });
});
