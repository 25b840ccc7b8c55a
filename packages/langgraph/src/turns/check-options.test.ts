import { describe, expect, it } from "vitest";
import { recordingMemory } from "../__fixtures__/recording-memory.ts";
import { longTermMemory } from "../middleware/long-term-memory.ts";
import { recallNode } from "../nodes/recall-node.ts";
import { rememberNode } from "../nodes/remember-node.ts";

const { memory } = recordingMemory();

describe.each([
  ["longTermMemory", longTermMemory],
  ["recallNode", recallNode],
  ["rememberNode", rememberNode],
] as [string, (options: object) => unknown][])("the options of %s", (_, take) => {
  it.each([
    [undefined, "memory"],
    [{}, "memory"],
    [{ memory: { search: () => {} } }, "memory"],
    [{ memory, scope: "alice" }, "scope"],
    [{ memory, scope: {} }, "scope"],
    [{ memory, scope: { userId: " " } }, "userId"],
    [{ memory, recall: true }, "recall"],
    [{ memory, recall: { limit: 5 } }, "recall.limit"],
    [{ memory, recall: { tokenBudget: 0 } }, "recall.tokenBudget"],
    [{ memory, recall: { timeoutMs: 0.5 } }, "recall.timeoutMs"],
    [{ memory, remember: true }, "remember"],
    [{ memory, remember: { mode: "later" } }, "remember.mode"],
    [{ memory, remember: { timeoutMs: 2 ** 31 } }, "remember.timeoutMs"],
    [{ memory, remember: { assistant: "no" } }, "remember.assistant"],
    [{ memory, onError: "log" }, "onError"],
    [{ memory, placement: "user" }, "placement"],
  ])("do not take %j", (options, parameter) => {
    expect(() => take(options as object)).toThrow(
      expect.objectContaining({ code: "invalid-input", parameter }),
    );
  });

  it("may all be there, or be undefined", () => {
    const all = {
      memory,
      scope: () => ({ userId: "alice" }),
      recall: { tokenBudget: 100, timeoutMs: 100, query: () => "" },
      remember: { mode: "await", timeoutMs: 100, assistant: false, shouldRemember: () => true },
      waitUntil: () => {},
      onRecall: () => {},
      onRemember: () => {},
      onError: () => {},
    };
    expect(() => take(all)).not.toThrow();
    expect(() => take({ ...all, recall: false, remember: false })).not.toThrow();
    expect(() => take({ memory, scope: undefined, recall: undefined })).not.toThrow();
  });
});

describe("the options of longTermMemory alone", () => {
  it.each([
    [{ memory, name: "" }, "name"],
    [{ memory, tools: "yes" }, "tools"],
  ])("do not take %j", (options, parameter) => {
    expect(() => longTermMemory(options as never)).toThrow(expect.objectContaining({ parameter }));
    expect(() => recallNode(options as never)).toThrow(expect.objectContaining({ parameter }));
  });
});
