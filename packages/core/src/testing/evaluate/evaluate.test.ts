import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { openTestMemory } from "../../__fixtures__/open-test-memory.ts";
import { ModelCallError } from "../../errors.ts";
import { lexicalEmbedder } from "../../models/lexical-embedder.ts";
import { localModel } from "../../models/local/local-model.ts";
import type { EvaluationCase } from "./evaluation-case.ts";
import { evaluate } from "./evaluate.ts";
import { renderEvaluation } from "./render-evaluation.ts";

const MOVE: EvaluationCase = {
  name: "a move",
  exchanges: [
    { messages: "I live in Berlin.", at: new Date("2026-01-05") },
    { messages: "I moved to Munich. I have a dog named Rex.", at: new Date("2026-02-05") },
  ],
  expected: ["Munich", /dog/i],
  absent: ["lives in Berlin"],
  question: "Which city does the user live in?",
};
const ALLERGY: EvaluationCase = {
  name: "an allergy",
  messages: "I am allergic to peanuts.",
  expected: [({ memory }) => memory.includes("peanuts"), "vegan"],
  absent: ["allergic"],
  questions: [
    { question: "What must the user not eat?", expected: ["peanuts"] },
    { question: "Is the user allergic?", expected: [], absent: [/peanuts/] },
  ],
};

function read(path: string): string {
  return readFileSync(new URL(path, import.meta.url), "utf8");
}

async function openLocal() {
  const { memory } = await openTestMemory({ model: localModel(), embedder: lexicalEmbedder() });
  return memory;
}

test("an evaluation tells what was extracted, updated and found, by case and in total", async () => {
  const told: string[] = [];
  const { cases, total } = await evaluate({
    cases: [MOVE, ALLERGY],
    openMemory: openLocal,
    onProgress: ({ done, total: all, report }) => told.push(`${done}/${all} ${report.name}`),
  });
  const [move, allergy] = cases;
  expect(told).toEqual(["1/2 a move", "2/2 an allergy"]);
  expect(move).toMatchObject({
    extraction: { expected: 2, found: 2, recall: 1, memories: 2 },
    update: { absent: 1, stillCurrent: 0, accuracy: 1 },
    missing: [],
    stillCurrent: [],
    unprocessed: 0,
  });
  expect(move?.questions[0]?.measures.recallAt[20]).toBeGreaterThanOrEqual(0.5);
  expect(allergy).toMatchObject({
    extraction: { expected: 2, found: 1, recall: 0.5 },
    update: { accuracy: 0 },
    retrieval: { questions: 1, reciprocalRank: 1, ndcgAt10: 1, absenceViolations: 2 },
    missing: ["vegan"],
    stillCurrent: ["User is allergic to peanuts"],
  });
  expect(total).toMatchObject({
    extraction: { expected: 4, found: 3, recall: 0.75 },
    update: { absent: 2, stillCurrent: 1, accuracy: 0.5 },
    retrieval: { questions: 2, absenceViolations: 2 },
  });
});

test("two runs give the same report, which is a table and JSON", async () => {
  const options = { cases: [ALLERGY], openMemory: openLocal };
  const [first, second] = [await evaluate(options), await evaluate(options)];
  expect(second).toEqual(first);
  expect(JSON.parse(JSON.stringify(first)).total.extraction.recall).toBe(0.5);
  expect(renderEvaluation(first)).toBe(
    [
      "case        extracted  updated  recall@5  recall@10    MRR  nDCG@10  violations",
      "an allergy        1/2      0/1     1.000      1.000  1.000    1.000           2",
      "all               1/2      0/1     1.000      1.000  1.000    1.000           2",
      "",
      "an allergy:",
      "  not remembered: vegan",
      "  still held true: User is allergic to peanuts",
      "  What must the user not eat? should not find: User is allergic to peanuts",
      "  Is the user allergic? should not find: User is allergic to peanuts",
    ].join("\n"),
  );
});

test("what one memory answers twice is one thing to find, and what says it again no gain", async () => {
  const { memory } = await openTestMemory({
    embedder: lexicalEmbedder(),
    script: {
      record_facts: [{ facts: [{ text: "User drinks tea" }, { text: "User drinks green tea" }] }],
    },
  });
  const question = { question: "tea", expected: ["tea", "drinks tea"] };
  const cases = [{ name: "tea", messages: "Tea!", question }];
  const { total } = await evaluate({ cases, openMemory: () => memory });
  expect(total.retrieval).toMatchObject({ ndcgAt10: 1, recallAt: { 1: 1 } });
  expect(total.extraction.recall).toBeNaN();
});

test("an exchange that the model fails at is counted, not hidden", async () => {
  const down = new ModelCallError("down", { retryable: false });
  const { memory } = await openTestMemory({ script: { record_facts: [down] } });
  const cases = [{ name: "down", messages: "I like tea", expected: ["tea"] }];
  const report = await evaluate({ cases, openMemory: () => memory });
  expect(report.total).toMatchObject({ unprocessed: 1, extraction: { found: 0 } });
  expect(renderEvaluation(report)).toContain("exchanges that nothing was learned from: 1");
});

test("a memory is closed after its case, and has to be empty before it", async () => {
  const { memory, reopen } = await openTestMemory();
  const cases = [{ name: "tea", messages: "I like tea", expected: ["tea"] }];
  await evaluate({ cases, openMemory: () => memory });
  await expect(memory.count({ userId: "tea" })).rejects.toThrow("closed");
  await expect(evaluate({ cases, openMemory: () => reopen() })).rejects.toThrow(
    'a memory that has heard of "tea" before',
  );
});

test("an aborted evaluation rejects with the signal's reason", async () => {
  const signal = AbortSignal.abort(new Error("enough"));
  await expect(evaluate({ cases: [MOVE], openMemory: openLocal, signal })).rejects.toThrow(
    "enough",
  );
});

test.each<[string, unknown, string]>([
  ["no cases", [], "at least one case"],
  ["a case without a name", [{ messages: "Hi" }], "Case 1: it needs a name"],
  ["no conversation", [{ name: "a", expected: ["b"] }], "either messages or exchanges"],
  ["two conversations", [{ name: "a", messages: "b", exchanges: [] }], "either messages or"],
  ["an empty one", [{ name: "a", exchanges: [] }], "at least one exchange"],
  ["a name twice", [ALLERGY, ALLERGY], 'Case 2: the name "an allergy" is taken'],
  ["nothing to measure", [{ name: "a", messages: "b", question: "c?" }], "nothing is expected"],
  ["a matcher without words", [{ name: "a", messages: "b", absent: ["?"] }], 'holds "?"'],
  ["a matcher of another type", [{ name: "a", messages: "b", expected: [1] }], "holds 1"],
  ["no list", [{ name: "a", messages: "b", expected: "b" }], "must be an array"],
  ["a blank question", [{ ...ALLERGY, questions: [" "] }], "question without a text"],
  ["two kinds of questions", [{ ...ALLERGY, question: "a" }], "either a question or questions"],
])("%s is refused", async (_, cases, message) => {
  const evaluating = evaluate({ cases: cases as EvaluationCase[], openMemory: openLocal });
  await expect(evaluating).rejects.toMatchObject({ code: "invalid-input" });
  await expect(evaluating).rejects.toThrow(message);
});

test("what the guide shows is a test that runs", () => {
  const guide = read("../../../../../docs/guide.md");
  expect(guide).toContain(`\`\`\`ts\n${read("in-your-ci.test.ts")}\`\`\``);
});
