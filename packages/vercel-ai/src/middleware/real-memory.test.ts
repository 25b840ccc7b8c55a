import type { Memory } from "@palimpsest/core";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { openTestMemory } from "../__fixtures__/open-test-memory.ts";
import { startChat } from "../__fixtures__/start-chat.ts";
import { WAYS } from "../__fixtures__/ways-to-ask.ts";
import { memoryCall } from "./memory-call.ts";
import { withMemory } from "./with-memory.ts";

const alice = { userId: "alice" };

async function said(memory: Memory): Promise<unknown[]> {
  const { results } = await memory.episodes(alice);
  return results.map(({ messages }) => messages.map(({ content }) => content));
}

function setClock(time: string): void {
  const clock = vi.spyOn(Date, "now").mockReturnValue(Date.parse(time));
  onTestFinished(() => clock.mockRestore());
}

describe.each(WAYS)("with a memory on disk, %s", (_, ask) => {
  it("knows in a later chat what was said in an earlier one", async () => {
    const { memory } = await openTestMemory({
      record_facts: [{ facts: [{ text: "User is allergic to nuts" }] }, { facts: [] }],
    });
    const chat = await startChat();
    const model = withMemory(chat.model, { memory });
    await ask({ model, ...memoryCall(alice), prompt: "I am allergic to nuts." });
    await model.flush();
    await ask({ model, ...memoryCall(alice), prompt: "Which nuts may I eat?" });
    await model.flush();
    await ask({ model, ...memoryCall({ userId: "bob" }), prompt: "Which nuts may I eat?" });
    await model.flush();
    expect(chat.requests.map(({ system }) => system.includes("allergic to nuts"))).toEqual([
      false,
      true,
      false,
    ]);
  });

  it("keeps a turn once that two processes answer alike", async () => {
    setClock("2026-11-21T12:00:00Z");
    const { memory, reopen } = await openTestMemory();
    const chat = await startChat(() => ({ text: "Hello." }));
    for (const process of [memory, reopen()]) {
      const model = withMemory(chat.model, { memory: process });
      await ask({ model, ...memoryCall(alice), prompt: "Hi" });
      await model.flush();
    }
    expect(await said(memory)).toEqual([["Hi", "Hello."]]);
  });

  it("keeps a turn once that is sent again because its answer was lost", async () => {
    const { memory } = await openTestMemory();
    const chat = await startChat(() => ({ text: "Hello." }));
    const model = withMemory(chat.model, { memory });
    chat.server.fail({ with: { type: "disconnect", afterBytes: 300 } });
    const call = { model, ...memoryCall(alice), prompt: "Hi", maxRetries: 0 };
    await ask(call).catch(() => {});
    await ask(call);
    await model.flush();
    expect(await said(memory)).toEqual([["Hi", "Hello."]]);
  });

  it("keeps the same words of two chats twice, though they are answered alike", async () => {
    const { memory } = await openTestMemory();
    const chat = await startChat(() => ({ text: "Hello." }));
    const model = withMemory(chat.model, { memory });
    await ask({ model, ...memoryCall(alice), prompt: "Hi" });
    await ask({ model, ...memoryCall(alice), prompt: "Hi" });
    await model.flush();
    expect(await said(memory)).toEqual([
      ["Hi", "Hello."],
      ["Hi", "Hello."],
    ]);
  });

  it("keeps the same words of another hour again, in any process", async () => {
    const { memory, reopen } = await openTestMemory();
    const chat = await startChat(() => ({ text: "Hello." }));
    for (const [process, time] of [
      [memory, "2026-11-21T12:00:00Z"],
      [reopen(), "2026-11-21T13:00:00Z"],
    ] as const) {
      setClock(time);
      const model = withMemory(chat.model, { memory: process });
      await ask({ model, ...memoryCall(alice), prompt: "I moved to Berlin." });
      await model.flush();
    }
    expect(await said(memory)).toHaveLength(2);
  });
});
