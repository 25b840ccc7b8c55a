import { expect, test } from "vitest";
import { readMessages } from "../input/read-messages.ts";
import { attachDocuments } from "./attach-documents.ts";

const LIMITS = { memory: 2_000, exchange: 500_000, facts: 100, metadata: 32_768 };

test("what came as a file is a document's words, and what was said with it the user's", () => {
  const content = attachDocuments("Sum it up.", ["Notice period: 3 months", " "]);
  expect(readMessages([{ role: "user", content }], LIMITS)).toEqual([
    { role: "user", content: "Sum it up." },
    { role: "document", content: "Notice period: 3 months" },
  ]);
});

test("without files a message stays a text, and of nothing it is empty", () => {
  expect(attachDocuments("Hi.", [" "])).toBe("Hi.");
  expect(attachDocuments(" \n", [])).toBe("");
});

test("files of any length leave the exchange small enough to be kept", () => {
  const content = attachDocuments("Sum them up.", Array<string>(3).fill("x".repeat(60_000)));
  const [said, ...documents] = readMessages([{ role: "user", content }], LIMITS);
  expect(said?.content).toBe("Sum them up.");
  expect(documents.map((document) => document.content.length)).toEqual([60_000, 40_000]);
});
