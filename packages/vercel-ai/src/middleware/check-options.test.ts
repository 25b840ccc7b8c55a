import { InvalidInputError } from "@palimpsest/core/adapter";
import { describe, expect, it } from "vitest";
import { recordingMemory } from "../__fixtures__/recording-memory.ts";
import { startChat } from "../__fixtures__/start-chat.ts";
import { memoryMiddleware } from "./memory-middleware.ts";
import type { MemoryMiddlewareOptions } from "./options.ts";
import { withMemory } from "./with-memory.ts";

const { memory } = recordingMemory();

describe("options", () => {
  it.each([
    [undefined, "A memory is needed"],
    [{}, "A memory is needed"],
    [{ memory: {} }, "memory must be a memory, such as createMemory()"],
    [{ memory, scope: "alice" }, "scope must be a scope like { userId }, or a function"],
    [{ memory, scope: {} }, "A scope is needed"],
    [{ memory, scope: { userId: " " } }, "userId must not be blank"],
    [{ memory, missingScope: "ignore" }, 'missingScope must be "throw" or "skip"'],
    [{ memory, recall: true }, "recall must be false or an object"],
    [{ memory, recall: { tokenBudget: 0 } }, "recall.tokenBudget must be a number above 0"],
    [{ memory, recall: { timeoutMs: 0.5 } }, "recall.timeoutMs must be a whole number from 1"],
    [{ memory, remember: { onAbort: "all" } }, "remember.onAbort must be"],
    [{ memory, remember: { asistant: false } }, "There is no option remember.asistant"],
    [{ memory, onRecalled: () => {} }, "There is no option onRecalled. There are: memory, scope"],
    [{ memory, waitUntil: {} }, "waitUntil must be a function"],
  ])("%j are refused with a message that helps", (options, message) => {
    const build = () => memoryMiddleware(options as unknown as MemoryMiddlewareOptions);
    expect(build).toThrow(InvalidInputError);
    expect(build).toThrow(message);
  });

  it("may be absent", () => {
    expect(() => memoryMiddleware({ memory, scope: undefined, recall: {} })).not.toThrow();
  });
});

describe("withMemory", () => {
  it("refuses the id of a model, and says what to pass", () => {
    expect(() => withMemory("openai/gpt-4.1-nano" as never, { memory })).toThrow(
      new InvalidInputError(
        'A model object is needed, not the id "openai/gpt-4.1-nano": pass gateway("openai/gpt-4.1-nano") of "ai", or a provider\'s model.',
        { parameter: "model", value: "openai/gpt-4.1-nano" },
      ),
    );
  });

  it("refuses what is no model", () => {
    expect(() => withMemory(undefined as never, { memory })).toThrow("A model is needed");
    expect(() => withMemory({} as never, { memory })).toThrow("A model is needed");
  });

  it("stays what the model is", async () => {
    const { model } = await startChat();
    const { provider, modelId } = withMemory(model, { memory });
    expect([provider, modelId]).toEqual([model.provider, model.modelId]);
  });
});
