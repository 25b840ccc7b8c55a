import { createMemory, lexicalEmbedder, localModel } from "@palimpsest/core";
import { evaluate, inMemoryStore, renderEvaluation } from "@palimpsest/core/testing";
import { expect, test } from "vitest";

test("memory keeps what our users rely on", async () => {
  const report = await evaluate({
    openMemory: () =>
      createMemory({ store: inMemoryStore(), model: localModel(), embedder: lexicalEmbedder() }),
    cases: [
      {
        name: "somebody moves",
        exchanges: [
          { messages: "I live in Berlin. I have a dog named Rex.", at: new Date("2026-01-05") },
          { messages: "I moved to Munich last week.", at: new Date("2026-02-05") },
        ],
        expected: ["Munich", "dog Rex"],
        absent: [/lives in Berlin/],
        questions: [
          { question: "Which city does the user live in?", expected: ["Munich"] },
          { question: "What is the dog called?", expected: ["Rex"] },
        ],
      },
    ],
  });
  console.log(renderEvaluation(report));

  const { extraction, update, retrieval } = report.total;
  expect(extraction.recall).toBeGreaterThanOrEqual(0.9);
  expect(update.accuracy).toBe(1);
  expect(retrieval.recallAt[5]).toBeGreaterThanOrEqual(0.9);
  expect(retrieval.absenceViolations).toBe(0);
});
