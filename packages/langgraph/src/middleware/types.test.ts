import { HumanMessage } from "@langchain/core/messages";
import { createAgent, createMiddleware } from "langchain";
import { describe, expectTypeOf, it } from "vitest";
import { z } from "zod/v4";
import { recordingMemory } from "../__fixtures__/recording-memory.ts";
import { lookUp } from "../__fixtures__/start-agent.ts";
import { startChat } from "../__fixtures__/start-chat.ts";
import { longTermMemory, type LongTermMemory } from "./long-term-memory.ts";

const state = { messages: [new HumanMessage("Hi")] };
const contextSchema = z.object({ userId: z.string().nullable(), plan: z.enum(["free", "paid"]) });
const counting = createMiddleware({
  name: "counting",
  stateSchema: z.object({ steps: z.number().default(0) }),
});

describe("the types of an agent", () => {
  it("are those that it has without memory", async () => {
    const { model } = await startChat();
    const memory = longTermMemory({ memory: recordingMemory().memory });
    const base = { model, tools: [lookUp], contextSchema };
    const without = createAgent({ ...base, middleware: [counting] });
    const remembering = createAgent({ ...base, middleware: [memory, counting] });
    const result = await remembering.invoke(state, { context: { userId: null, plan: "free" } });
    const expected = await without.invoke(state, { context: { userId: null, plan: "free" } });
    expectTypeOf(result).toEqualTypeOf(expected);
    expectTypeOf(result.steps).toEqualTypeOf<number>();
    await memory.flush();
  });

  it("still refuse a context that the application's schema refuses", async () => {
    const { model } = await startChat();
    const memory = longTermMemory({ memory: recordingMemory().memory });
    const agent = createAgent({ model, contextSchema, middleware: [memory] });
    type Config = NonNullable<Parameters<typeof agent.invoke>[1]>;
    expectTypeOf<{ context: { userId: string; plan: "paid" } }>().toExtend<Config>();
    expectTypeOf<{ context: { userId: string; plan: "gold" } }>().not.toExtend<Config>();
    expectTypeOf<{ context: { userId: number; plan: "paid" } }>().not.toExtend<Config>();
    const open = createAgent({ model, middleware: [memory] });
    type OpenConfig = NonNullable<Parameters<typeof open.invoke>[1]>;
    expectTypeOf<{ context: { userId: string; team: string } }>().toExtend<OpenConfig>();
    expectTypeOf<{ configurable: { user_id: string } }>().toExtend<OpenConfig>();
  });

  it("ask for a whole memory where the model gets tools", () => {
    const { memory } = recordingMemory();
    expectTypeOf(longTermMemory).toBeCallableWith({ memory });
    // @ts-expect-error The tools change memories, and this one cannot.
    const options: Parameters<typeof longTermMemory>[0] = { memory, tools: true };
    expectTypeOf(options).not.toBeNever();
    expectTypeOf<LongTermMemory["flush"]>().toEqualTypeOf<() => Promise<void>>();
  });
});
