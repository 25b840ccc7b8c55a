import { jsonSchema, tool, type ToolSet } from "ai";
import { describe, expect, it } from "vitest";
import { recordingMemory } from "../__fixtures__/recording-memory.ts";
import { startChat } from "../__fixtures__/start-chat.ts";
import { WAYS } from "../__fixtures__/ways-to-ask.ts";
import { memoryCall } from "./memory-call.ts";
import { withMemory } from "./with-memory.ts";

const alice = { userId: "alice" };

describe("flush", () => {
  it("waits for what is being kept", async () => {
    const chat = await startChat();
    const order: string[] = [];
    const release = Promise.withResolvers<void>();
    const { memory } = recordingMemory({
      add: async () => {
        await release.promise;
        order.push("kept");
        throw new Error("Enough.");
      },
    });
    const model = withMemory(chat.model, { memory, onError: () => {} });
    await WAYS[0][1]({ model, ...memoryCall(alice), prompt: "Hi" });
    const flushed = model.flush().then(() => order.push("flushed"));
    order.push("answered");
    release.resolve();
    await flushed;
    expect(order).toEqual(["answered", "kept", "flushed"]);
  });

  it("keeps no turn that still waits for a tool, which another request may go on with", async () => {
    const chat = await startChat();
    const { memory, kept } = recordingMemory();
    const model = withMemory(chat.model, { memory });
    const tools: ToolSet = { weather: tool({ inputSchema: jsonSchema({ type: "object" }) }) };
    const call = { model, tools, ...memoryCall(alice) };
    await WAYS[0][1]({ ...call, prompt: "What is the weather?" });
    await model.flush();
    expect(kept()).toEqual([]);
  });
});

describe.each(WAYS)("withMemory in %s", (_, ask) => {
  describe.each(["model", "responses"] as const)("of the provider's %s", (api) => {
    it("puts what is known behind the instructions, and keeps what was said", async () => {
      const chat = await startChat(() => ({ text: "Try the Ratskeller." }));
      const { memory, searches, kept, adds } = recordingMemory();
      const model = withMemory(chat[api], { memory });
      const asked = await ask({
        model,
        ...memoryCall(alice),
        instructions: "You are a guide.",
        prompt: "Where can I eat?",
      });
      await model.flush();

      expect(asked.text).toBe("Try the Ratskeller.");
      const [request] = chat.requests;
      expect(request?.system).toMatch(
        /^You are a guide\.\n\n<recalled-memories>\n[^]*User lives in Berlin/,
      );
      expect(request?.messages).toEqual([{ role: "user", content: "Where can I eat?" }]);
      expect(searches.map(({ query, options }) => [query, options.userId])).toEqual([
        ["Where can I eat?", "alice"],
      ]);
      expect(kept()).toEqual([["user: Where can I eat?", "assistant: Try the Ratskeller."]]);
      expect(adds[0]?.options).toMatchObject({ userId: "alice" });
    });

    it("says which memories were used, beside what the provider says", async () => {
      const chat = await startChat();
      const model = withMemory(chat[api], { memory: recordingMemory().memory });
      const { providerMetadata } = await ask({ model, ...memoryCall(alice), prompt: "Hi" });
      expect(providerMetadata).toMatchObject({
        openai: expect.anything(),
        palimpsest: { memories: [{ id: "memory-1", score: 0.9 }] },
      });
    });
  });
});
