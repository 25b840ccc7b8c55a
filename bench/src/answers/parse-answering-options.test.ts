import { resolve } from "node:path";
import { expect, it } from "vitest";
import { UsageError } from "../bench-error.ts";
import { parseAnsweringOptions } from "./parse-answering-options.ts";

const FOR = { bench: "locomo", usage: "Usage" };

it("reads and judges with gpt-4.1-mini at its list prices, and sends nothing unless told to", () => {
  expect(parseAnsweringOptions({}, FOR)).toEqual({
    reader: "gpt-4.1-mini",
    judge: "gpt-4.1-mini",
    prices: { input: 0.4, output: 1.6 },
    budget: 1_400,
    answersFile: expect.stringMatching(/[\\/]bench[\\/]results[\\/]locomo-answers\.jsonl$/),
    yes: false,
  });
});

it("takes other models with their prices, a budget and a file", () => {
  const prices = { "price-input": "2.5", "price-output": "0" };
  const others = { reader: "r", judge: "j", budget: "2k", "answers-file": "f", yes: true };
  expect(parseAnsweringOptions({ ...prices, ...others }, FOR)).toEqual({
    reader: "r",
    judge: "j",
    prices: { input: 2.5, output: 0 },
    budget: 2_000,
    answersFile: resolve("f"),
    yes: true,
  });
});

it.each([
  ["a model without prices", { judge: "gpt-5" }, "gpt-5 needs --price-input and --price-output"],
  ["half a price list", { reader: "gpt-5", "price-input": "1" }, "gpt-5 needs"],
  [
    "a price that is no number",
    { "price-input": "cheap" },
    '--price-input must be a number, not "cheap"',
  ],
  ["a price below nothing", { "price-output": "-1" }, "--price-output"],
  ["an empty price", { "price-output": "" }, "--price-output"],
  ["no budget", { budget: "0" }, "--budget"],
])("refuses %s", (_, values, message) => {
  expect(() => parseAnsweringOptions(values, FOR)).toThrow(UsageError);
  expect(() => parseAnsweringOptions(values, FOR)).toThrow(message);
});
