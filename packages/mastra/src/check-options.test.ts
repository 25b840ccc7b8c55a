import { InvalidInputError, type Memory } from "@palimpsest/core";
import { describe, expect, it } from "vitest";
import { createLongTermProcessor, LongTermMemory, type LongTermOptions } from "./index.ts";

const verb = () => Promise.reject(new Error("Nobody calls it."));
const memory = { search: verb, add: verb, forget: verb } as unknown as Memory;

describe("options", () => {
  it("are all taken", () => {
    const options: Required<LongTermOptions> = {
      memory,
      recall: { tokenBudget: 200, timeoutMs: 100 },
      capture: false,
      inject: "user",
      onThreadDelete: "keep",
      delegation: "isolated",
      scope: () => undefined,
      tools: true,
      waitUntil: () => {},
      onRecall: () => {},
      onRemember: () => {},
      onError: () => {},
    };
    expect(createLongTermProcessor(options).id).toBe("palimpsest-long-term-memory");
    expect(createLongTermProcessor({ memory, recall: undefined })).toBeDefined();
  });

  it.each([
    [undefined, "A memory is needed"],
    [{}, "A memory is needed"],
    [{ memory: { search: verb } }, "memory must be a memory"],
    [{ memory, topK: 3 }, "There is no option topK. There are: memory, recall, capture"],
    [{ memory, toString: 3 }, "There is no option toString"],
    [{ memory, recall: true }, "recall must be false or an object"],
    [{ memory, recall: { tokenBudget: 0 } }, "recall.tokenBudget must be a number above 0"],
    [{ memory, recall: { timeoutMs: 0.5 } }, "recall.timeoutMs must be a whole number from 1 to"],
    [{ memory, recall: { limit: 3 } }, "There is no option recall.limit"],
    [{ memory, capture: "later" }, 'capture must be "background" or "inline" or false'],
    [{ memory, inject: "tool" }, 'inject must be "system" or "user"'],
    [{ memory, delegation: true }, 'delegation must be "off" or "isolated"'],
    [{ memory, scope: "user-1" }, "scope must be a function"],
  ])("%o are refused: %s", (options, message) => {
    const wrong = options as LongTermOptions;
    expect(() => createLongTermProcessor(wrong)).toThrow(InvalidInputError);
    expect(() => createLongTermProcessor(wrong)).toThrow(message);
    expect(() => new LongTermMemory({ longTerm: wrong })).toThrow(message);
  });
});
