import { expect, test } from "vitest";
import { withoutNulls } from "./without-nulls.ts";

test("properties that are null are left out at any depth, and nothing else is", () => {
  const value = { a: null, b: 0, c: "", d: [{ e: null, f: false }, null], g: { h: null } };
  expect(withoutNulls(value)).toEqual({ b: 0, c: "", d: [{ f: false }, null], g: {} });
});
