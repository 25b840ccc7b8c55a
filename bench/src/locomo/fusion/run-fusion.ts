import { join } from "node:path";
import { localModel } from "@palimpsest/core";
import { createWeighedMemory } from "@palimpsest/core/testing";
import { formatNumber } from "../../report/format-number.ts";
import { assertGoals, renderGoals, type Goal } from "../../report/goals.ts";
import { renderCurve } from "../../report/render-curve.ts";
import { renderTable } from "../../report/table.ts";
import { writeDrawing } from "../../report/write-drawing.ts";
import { writeJson } from "../../report/write-json.ts";
import { withFolder } from "../../with-folder.ts";
import type { Conversation } from "../data/locomo-data.ts";
import type { LocomoOptions } from "../parse-locomo-options.ts";
import { fillSubjects } from "../recorded/fill-subjects.ts";
import { createPalimpsestSubject } from "../recorded/subjects/palimpsest-subject.ts";
import { type RecordedConversation, toRecorded } from "../recorded/to-recorded.ts";
import { askSubjects } from "../retrieval/ask-subjects.ts";
import { toFigures } from "../retrieval/to-figures.ts";
import { simulatedEmbedder } from "./simulated-embedder.ts";
import { toGoal, type FusedRecall } from "./to-goal.ts";

/** From vectors that are worse than words to ones that are as good. */
const STRENGTHS = [0.2, 0.3, 0.4, 0.5];

/** Vectors count as by default, not at all, and so much that words no longer do. */
const WEIGHTS = [
  ["hybrid", undefined],
  ["words", 0],
  ["vectors", 1e6],
] as const;

/**
 * What words and vectors find together and alone, with simulated vectors of several qualities.
 *
 * @throws {BenchError} when together they find less than the better of them.
 */
export async function runFusion(
  conversations: readonly Conversation[],
  { source, uri, json }: LocomoOptions,
  signal: AbortSignal,
): Promise<void> {
  const recorded = conversations.map((conversation) => toRecorded(conversation, source));
  const recalls = await withFolder(uri, async (folder) => {
    const measured: FusedRecall[] = [];
    for (const strength of STRENGTHS) {
      measured.push(await measure(recorded, { strength, folder, signal }));
    }
    return measured;
  });
  const tables = renderTable([
    ["recall@10 with vectors of strength", "vectors", "words", "hybrid"],
    ...recalls.map(({ strength, vectors, words, hybrid }) =>
      [strength, vectors, words, hybrid].map((value) => formatNumber(value, 3)),
    ),
  ]);
  const goals: Goal[] = recalls.map(toGoal);
  console.log(tables);
  await writeJson(json, "locomo --fusion", { source, recalls, goals, tables });
  const svg = await writeDrawing(json, draw(recalls));
  console.log(`\nFigures: ${json}\nDrawing: ${svg}\n`);
  console.log(renderGoals(goals));
  assertGoals(goals);
}

function draw(recalls: readonly FusedRecall[]): string {
  return renderCurve({
    title: "Recall@10 with simulated vectors",
    xName: "strength of the vectors",
    yName: "recall@10",
    series: WEIGHTS.map(([name]) => ({
      name,
      points: recalls.map((recall) => ({ x: recall.strength, y: recall[name] })),
    })),
  });
}

/** All three ask the same store. */
async function measure(
  conversations: readonly RecordedConversation[],
  { strength, folder, signal }: { strength: number; folder: string; signal: AbortSignal },
): Promise<FusedRecall> {
  await using opened = new AsyncDisposableStack();
  const embedder = simulatedEmbedder(conversations, strength);
  const uri = join(folder, embedder.id);
  const subjects = WEIGHTS.map(([name, similarityWeight]) => {
    const weighed = similarityWeight === undefined ? embedder : { ...embedder, similarityWeight };
    const memory = createWeighedMemory({ uri, model: localModel(), embedder: weighed }, {});
    return opened.use(createPalimpsestSubject(name, memory, { keepsSource: true, threshold: 0 }));
  });
  await fillSubjects(subjects.slice(0, 1), conversations, signal);
  const questions = conversations.flatMap((conversation) => conversation.questions);
  const answers = await askSubjects(subjects, questions, signal);
  const [hybrid = 0, words = 0, vectors = 0] = answers.map(
    (answered) => toFigures(answered).measures["R@10"].mean,
  );
  return { strength, hybrid, words, vectors };
}
