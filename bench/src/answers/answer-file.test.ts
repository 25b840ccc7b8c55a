import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { type Judged, openAnswerFile } from "./answer-file.ts";

const MODELS = { reader: "r", judge: "j" };
const JUDGED = {
  ...MODELS,
  questionId: "q",
  budget: 100,
  answer: "Porto",
  correct: true,
  contextTokens: 90,
  usage: { inputTokens: 200, outputTokens: 20 },
};

async function newFile(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "palimpsest-bench-test-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  return join(folder, "results", "answers.jsonl");
}

it("finds what the same models answered, of a full context whatever the budget was", async () => {
  const file = await newFile();
  const kept: Judged[] = [
    { ...JUDGED, context: "Palimpsest" },
    { ...JUDGED, context: "full context" },
  ];
  const first = await openAnswerFile(file, { ...MODELS, budget: 100 });
  for (const judged of kept) await first.append(judged);

  const again = await openAnswerFile(file, { ...MODELS, budget: 100 });
  expect(again.find("q", "Palimpsest")).toEqual(kept[0]);
  expect(again.find("other", "Palimpsest")).toBeUndefined();
  const wider = await openAnswerFile(file, { ...MODELS, budget: 200 });
  expect(wider.find("q", "Palimpsest")).toBeUndefined();
  expect(wider.find("q", "full context")).toEqual(kept[1]);
  const others = await openAnswerFile(file, { ...MODELS, judge: "k", budget: 100 });
  expect(others.find("q", "full context")).toBeUndefined();
});

it("refuses a line that is no judged answer", async () => {
  const file = await newFile();
  await openAnswerFile(file, { ...MODELS, budget: 100 });
  await writeFile(file, '{"questionId":"q"}\n');
  await expect(openAnswerFile(file, { ...MODELS, budget: 100 })).rejects.toThrow(
    /^Line 1 of .*answers\.jsonl is no judged answer\.$/,
  );
});
