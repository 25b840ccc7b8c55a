import { InMemoryStore, MemorySaver } from "@langchain/langgraph";
import { describe, expect, it } from "vitest";
import { recordingMemory } from "../__fixtures__/recording-memory.ts";
import { startAgent } from "../__fixtures__/start-agent.ts";
import { WAYS } from "../__fixtures__/ways-to-ask.ts";

const alice = { context: { userId: "alice" }, configurable: { thread_id: "t1" } };

describe.each(WAYS)("a turn of an agent, asked %s", (_, ask) => {
  it("is recalled once and kept once, in a loop of four calls of tools", async () => {
    const { memory, searches, adds, kept } = recordingMemory();
    const { agent, chat, flush } = await startAgent({ memory }, { store: new InMemoryStore() });
    expect(await ask(agent, "An errand, please.", alice)).toBe("Answer 5.");
    await flush();

    expect(chat.requests).toHaveLength(5);
    expect(searches).toMatchObject([
      { query: "An errand, please.", options: { userId: "alice", sessionId: "t1" } },
    ]);
    expect(kept()).toEqual([["user: An errand, please.", "assistant: Answer 5."]]);
    expect(adds[0]?.options).toMatchObject({ userId: "alice", sessionId: "t1" });
  });
});
