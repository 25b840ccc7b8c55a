import { assertGoals, renderGoals } from "../../report/goals.ts";
import { writeDrawing } from "../../report/write-drawing.ts";
import { writeJson } from "../../report/write-json.ts";
import { withFolder } from "../../with-folder.ts";
import type { Conversation } from "../data/locomo-data.ts";
import type { LocomoOptions } from "../parse-locomo-options.ts";
import { drawRecall } from "../retrieval/draw-recall.ts";
import { measureRecorded } from "./measure-recorded.ts";
import { renderRecorded } from "./render-recorded.ts";
import { toGoals } from "./to-goals.ts";

/**
 * What is found among recorded facts: by ours, with and without the words that they came from, and by
 * others on the same vectors.
 *
 * @throws {BenchError} when a goal is missed.
 */
export async function runRecorded(
  conversations: readonly Conversation[],
  { source, uri, json }: LocomoOptions,
  signal: AbortSignal,
): Promise<void> {
  const figures = await withFolder(uri, (folder) =>
    measureRecorded(conversations, { source, folder, signal }),
  );
  const tables = renderRecorded(figures);
  const goals = toGoals(figures);
  console.log(tables);
  await writeJson(json, "locomo", { source, ...figures, goals, tables });
  const subjects = [figures.ours, ...figures.others];
  const svg = await writeDrawing(json, drawRecall("recorded facts", subjects));
  console.log(`\nFigures: ${json}\nDrawing: ${svg}\n`);

  console.log(renderGoals(goals));
  assertGoals(goals);
}
