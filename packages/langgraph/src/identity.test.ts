import { describe, expect, it } from "vitest";
import { findScope, isRunByTool, readRun, type RunConfig } from "./identity.ts";

function find(config: RunConfig) {
  return findScope(readRun(config));
}

describe("whose memory a run is about", () => {
  it("is said by the context, then by the configurable, in this order", () => {
    const configurable = { userId: "b", user_id: "c", langgraph_user_id: "d", thread_id: "t" };
    expect(find({ context: { userId: "a" }, configurable })).toEqual({
      userId: "a",
      sessionId: "t",
    });
    expect(find({ context: {}, configurable })).toEqual({ userId: "b", sessionId: "t" });
    expect(find({ configurable: { ...configurable, userId: undefined } })?.userId).toBe("c");
    expect(find({ configurable: { langgraph_user_id: "d" } })).toEqual({ userId: "d" });
  });

  it.each([[undefined], [null], [""], ["  "]])("is nobody's where the id is %j", (userId) => {
    expect(find({ context: { userId }, configurable: { thread_id: "t" } })).toBeUndefined();
    expect(find({ configurable: { userId, thread_id: "t" } })).toBeUndefined();
  });

  it("is nobody's where the context says so, whoever stands in the configurable", () => {
    const configurable = { userId: "alice" };
    expect(find({ context: { userId: "" }, configurable })).toBeUndefined();
    expect(find({ context: { userId: null }, configurable })).toBeUndefined();
  });

  it("takes any text for an id, an e-mail too", () => {
    for (const userId of ["ada@example.com", "*", "%", "a:b|c/d'\"", "名前"]) {
      expect(find({ context: { userId } })).toEqual({ userId });
    }
  });

  it.each([[42], [{}], [["alice"]]])("is not guessed from %j", (userId) => {
    expect(() => find({ context: { userId } })).toThrow(
      expect.objectContaining({ code: "invalid-input", parameter: "userId" }),
    );
  });

  it("is never the namespace of a checkpoint, which is another one in every run", () => {
    expect(find({ configurable: { checkpoint_ns: "tools:1f0", thread_id: "t" } })).toBeUndefined();
    expect(
      find({ configurable: { checkpoint_ns: "tools:1f0", thread_id: "t", userId: "a" } }),
    ).toEqual({ userId: "a", sessionId: "t" });
  });

  it("is what the application says, and nothing else, where it does", () => {
    const run = readRun({
      context: { tenant: { id: "acme" } },
      configurable: { userId: "a", thread_id: "t" },
    });
    expect(findScope(run, { userId: "me" })).toEqual({ userId: "me" });
    expect(
      findScope(run, ({ configurable }) => ({ agentId: String(configurable["thread_id"]) })),
    ).toEqual({
      agentId: "t",
    });
    expect(findScope(run, () => undefined)).toBeUndefined();
    expect(() => findScope(run, () => ({ userId: " " }))).toThrow("userId must not be blank.");
    expect(() => findScope(run, () => ({}) as never)).toThrow("A scope is needed");
  });
});

describe("a graph that a tool runs", () => {
  it.each([
    ["model_request:1", false],
    ["agent:1|model_request:2", false],
    ["tools:1", false],
    ["tools:1|model_request:2", true],
    ["team:1|tools:2|agent:3|palimpsest.after_agent:4", true],
    ["tools:1|0|model_request:2", true],
    [undefined, false],
  ])("is told by the namespace %j", (checkpoint_ns, expected) => {
    expect(isRunByTool(readRun({ configurable: { checkpoint_ns } }))).toBe(expected);
  });
});
