import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { InvalidInputError } from "./errors.ts";
import {
  fromScopeColumns,
  fromScopeKey,
  isWithin,
  MAX_ID_LENGTH,
  ownerKey,
  parseScope,
  scopeKey,
  toScopeColumns,
  visibleScopeKeys,
  type Scope,
} from "./scope.ts";

const id = fc.string({ unit: "binary", minLength: 1, maxLength: 20 });
const lone = fc.constantFrom(
  "\ud800",
  "\udc00x",
  "\ufeff",
  "\ufeffa",
  "a\u0000",
  "%0025",
  "u:a/s:b",
);
const anyScope = fc
  .record(
    { userId: fc.oneof(id, lone), agentId: fc.oneof(id, lone), sessionId: fc.oneof(id, lone) },
    { requiredKeys: [] },
  )
  .filter((ids) => Object.keys(ids).length > 0) as fc.Arbitrary<Scope>;

test("different scopes have different keys, equal ones the same, and all are ASCII", () => {
  fc.assert(
    fc.property(anyScope, anyScope, (a, b) => {
      expect(scopeKey(a)).toMatch(/^[\x21-\x7e]+$/);
      expect(scopeKey(a) === scopeKey(b)).toBe(
        JSON.stringify(ordered(a)) === JSON.stringify(ordered(b)),
      );
    }),
  );
});

test("a scope survives its columns and its key, whatever its ids are", () => {
  fc.assert(
    fc.property(anyScope, (scope) => {
      expect(fromScopeColumns(toScopeColumns(scope))).toEqual(scope);
      expect(fromScopeKey(scopeKey(scope))).toEqual(scope);
    }),
  );
});

test("a record is visible exactly when each id that it carries equals the query's", () => {
  fc.assert(
    fc.property(anyScope, anyScope, (record, query) => {
      const isVisible = visibleScopeKeys(query).includes(scopeKey(record));
      const carried = Object.entries(record) as [keyof Scope, string][];
      expect(isVisible).toBe(carried.every(([name, value]) => query[name] === value));
      expect(isVisible).toBe(isWithin(query, record));
    }),
  );
});

test("a query sees at most seven scopes", () => {
  expect(visibleScopeKeys({ userId: "u", agentId: "a", sessionId: "s" })).toHaveLength(7);
  expect(visibleScopeKeys({ userId: "u" })).toEqual(["u:u"]);
});

test("the owner is the user, or without one the agent, or the session", () => {
  expect(ownerKey({ userId: "x", agentId: "a", sessionId: "s" })).toBe("u:x");
  expect(ownerKey({ agentId: "a", sessionId: "s" })).toBe("a:a");
  expect(ownerKey({ sessionId: "s" })).toBe("s:s");
});

test("other properties are no part of a scope, absent ids neither", () => {
  expect(parseScope({ userId: "u", agentId: undefined, at: new Date() })).toEqual({ userId: "u" });
});

describe("what is no scope is refused:", () => {
  test.each([
    [undefined],
    [null],
    ["alice"],
    [{}],
    [{ user_id: "alice" }],
    [{ userId: "" }],
    [{ userId: 7 }],
    [{ userId: null }],
    [{ userId: "alice", sessionId: "" }],
    [{ userId: ["alice"] }],
    [{ userId: "x".repeat(MAX_ID_LENGTH + 1) }],
  ])("%j", (input) => {
    expect(() => parseScope(input)).toThrow(InvalidInputError);
  });
});

function ordered({ userId, agentId, sessionId }: Scope) {
  return [userId ?? null, agentId ?? null, sessionId ?? null];
}
