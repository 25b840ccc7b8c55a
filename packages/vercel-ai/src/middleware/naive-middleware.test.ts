import type { Message, Scope } from "@palimpsest/core";
import { renderMemories } from "@palimpsest/core/adapter";
import { type LanguageModelMiddleware, wrapLanguageModel } from "ai";
import { describe, expect, it } from "vitest";
import type { RecordingMemory } from "../__fixtures__/recording-memory.ts";
import { play, SCENARIOS } from "../__fixtures__/scenarios/play.ts";
import type { Wrap } from "../__fixtures__/scenarios/scenario.ts";
import { WAYS } from "../__fixtures__/ways-to-ask.ts";
import type { CallParams } from "./call-types.ts";

const alice: Scope = { userId: "alice" };

/** Search before a call, add after it: what the documentation of middleware suggests. */
function naiveMiddleware(memory: RecordingMemory["memory"]): LanguageModelMiddleware {
  return {
    async transformParams({ params }) {
      const question = toMessages(params).findLast(({ role }) => role === "user")?.content ?? "";
      const { results } = await memory.search(question, { ...alice, limit: 5 });
      params.prompt.unshift({ role: "system", content: renderMemories(results) });
      return params;
    },
    async wrapGenerate({ doGenerate, params }) {
      const result = await doGenerate();
      const text = result.content.map((part) => (part.type === "text" ? part.text : "")).join("");
      await add(params, text);
      return result;
    },
    async wrapStream({ doStream, params }) {
      const { stream, ...rest } = await doStream();
      let text = "";
      const watch = new TransformStream({
        transform(part, controller) {
          if (part.type === "text-delta") text += part.delta;
          controller.enqueue(part);
        },
        flush: () => add(params, text),
      });
      return { stream: stream.pipeThrough(watch), ...rest };
    },
  };

  async function add(params: CallParams, text: string): Promise<void> {
    const said: Message[] = [...toMessages(params), { role: "assistant", content: text }];
    await memory.add(said, alice);
  }
}

function toMessages({ prompt }: CallParams) {
  return prompt.flatMap((message) => {
    if (message.role !== "user" && message.role !== "assistant") return [];
    const content = message.content.map((part) => (part.type === "text" ? part.text : "")).join("");
    return [{ role: message.role, content }];
  });
}

const wrapNaively: Wrap = (model, memory) =>
  Object.assign(wrapLanguageModel({ model, middleware: naiveMiddleware(memory) }), {
    flush: async () => {},
  });

/** What it does well. */
const HANDLED = [
  "a turn that the model failed, which the next turn makes good",
  "the same words in two chats",
];

describe.each(WAYS)("a naive middleware, in %s", (_, ask) => {
  it.each(SCENARIOS)("goes wrong, or not, in %s", async (name, scenario) => {
    const observed = await play(scenario, wrapNaively, ask);
    if (HANDLED.includes(name)) expect(observed).toEqual(scenario.expected);
    else expect(observed).not.toEqual(scenario.expected);
  });

  it("searches and adds in every step", async () => {
    const [, steps] = SCENARIOS[0] ?? [];
    if (!steps) throw new Error("There are scenarios.");
    const { searches, kept } = await play(steps, wrapNaively, ask);
    expect([searches.length, kept.length]).toEqual([2, 2]);
  });
});
