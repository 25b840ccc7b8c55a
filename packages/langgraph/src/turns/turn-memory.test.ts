import { AIMessage, HumanMessage } from "@langchain/core/messages";
import { describe, expect, it } from "vitest";
import { recordingMemory } from "../__fixtures__/recording-memory.ts";
import { createTurnMemory } from "./turn-memory.ts";

const alice = { context: { userId: "alice" } };
const inThread = { ...alice, configurable: { thread_id: "t1" } };
const said = new HumanMessage({ id: "1", content: "One" });
const answer = new AIMessage("Fine.");

describe("a turn whose message was summarized away", () => {
  it("is that of its thread", async () => {
    const { memory, kept, searches } = recordingMemory();
    const turnMemory = createTurnMemory({ memory });
    const block = await turnMemory.recall(inThread, [said]);
    expect(await turnMemory.recall(inThread, [answer])).toBe(block);
    await turnMemory.remember(inThread, [answer]);
    await turnMemory.flush();
    expect(searches).toHaveLength(1);
    expect(kept()).toEqual([["user: One", "assistant: Fine."]]);
  });

  it("is not taken for that of an agent which one of its tools ran meanwhile", async () => {
    const { memory, kept } = recordingMemory();
    const turnMemory = createTurnMemory({ memory });
    const inTool = { thread_id: "t1", checkpoint_ns: "tools:1|model_request:2" };
    await turnMemory.recall(inThread, [said]);
    await turnMemory.recall({ ...alice, configurable: inTool }, [new HumanMessage("A task")]);
    await turnMemory.remember(inThread, [answer]);
    await turnMemory.flush();
    expect(kept()).toEqual([["user: One", "assistant: Fine."]]);
  });

  it("is not guessed where there is no thread, nor given to another user", async () => {
    const { memory, kept } = recordingMemory();
    const turnMemory = createTurnMemory({ memory });
    await turnMemory.recall(alice, [said]);
    expect(await turnMemory.recall(alice, [answer])).toBe("");
    await turnMemory.remember(alice, [answer]);
    await turnMemory.recall(inThread, [said]);
    const bob = { ...inThread, context: { userId: "bob" } };
    expect(await turnMemory.recall(bob, [answer])).toBe("");
    await turnMemory.remember(bob, [answer]);
    await turnMemory.flush();
    expect(kept()).toEqual([]);
  });
});

describe("flush", () => {
  it("comes to an end where nothing was to be kept", async () => {
    const turnMemory = createTurnMemory({ memory: recordingMemory().memory });
    await turnMemory.remember(alice, []);
    await turnMemory.remember(alice, [new HumanMessage(" ")]);
    await expect(turnMemory.flush()).resolves.toBeUndefined();
  });
});
