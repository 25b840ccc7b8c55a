import { scopeKey } from "@palimpsest/core/adapter";
import { assert, constantFrom, oneof, property, record, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { findScope } from "./find-scope.ts";

const id = oneof(
  string({ minLength: 1, unit: "binary" }),
  constantFrom("user-1", "user-10", "user-1-helper", "u:user-1", "a/b", "%", "*", "' OR 1=1"),
);
const thread = record({
  resourceId: id.filter((text) => text.trim() !== ""),
  threadId: id.filter((text) => text.trim() !== ""),
});

describe("a scope", () => {
  it("is the resource's and the thread's, and that of no other two", () => {
    assert(
      property(thread, thread, (one, other) => {
        const isSame = one.resourceId === other.resourceId && one.threadId === other.threadId;
        const [first, second] = [one, other].map((source) => scopeKey(findScope(source, {}) ?? {}));
        expect(first === second).toBe(isSame);
      }),
    );
  });

  it("of a user has a session, that of the thread unless the option says another", () => {
    const source = { resourceId: "user-1", threadId: "t1" };
    expect(findScope(source, {})).toEqual({ userId: "user-1", sessionId: "t1" });
    expect(findScope(source, { scope: () => ({ userId: "team" }) })).toEqual({
      userId: "team",
      sessionId: "t1",
    });
    const scope = { userId: "team", sessionId: "s1" };
    expect(findScope(source, { scope: () => scope })).toEqual(scope);
    expect(findScope(source, { scope: () => ({ agentId: "a" }) })).toEqual({ agentId: "a" });
    expect(findScope(source, { scope: () => undefined })).toBeUndefined();
  });

  it("is none with a blank id", () => {
    expect(() => findScope({ resourceId: " ", threadId: "t1" }, {})).toThrow(
      "userId must not be blank",
    );
    expect(() => findScope({ resourceId: "user-1", threadId: "\t" }, {})).toThrow("sessionId");
  });
});
