import { expect, test } from "vitest";
import { splitWords } from "../../../text/split-words.ts";
import { summarizeMessages } from "./summarize-messages.ts";

const summarize = (content: string) => summarizeMessages({ messages: [{ role: "user", content }] });

test("a sentence ends where its script ends it, and gets no second full stop", () => {
  expect(summarize("我住在成都。我养了一只狗。")).toBe("我住在成都。 我养了一只狗。");
  expect(summarize("मैं दिल्ली में रहता हूँ।")).toBe("मैं दिल्ली में रहता हूँ।");
});

test("it has at most 150 words in scripts without spaces, too", () => {
  const cities = Array.from({ length: 80 }, (_, index) => `我去过第${index}个城市的博物馆。`);
  expect(splitWords(summarize(cities.join(""))).length).toBeLessThanOrEqual(150);
});
