import { expect, it } from "vitest";
import { countTokens } from "./count-tokens.ts";

it("counts tokens, not words or characters", () => {
  expect(countTokens("")).toBe(0);
  expect(countTokens("hello world")).toBe(2);
});

it("counts what looks like a control token as text", () => {
  expect(countTokens("<|endoftext|>")).toBeGreaterThan(1);
});
