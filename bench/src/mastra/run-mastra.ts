import { assertGoals, renderGoals } from "../report/goals.ts";
import { writeJson } from "../report/write-json.ts";
import { renderSubjects } from "../turns/render-subjects.ts";
import { withFolder } from "../with-folder.ts";
import { measureMastra } from "./measure-mastra.ts";
import { MASTRA_USAGE, parseMastraOptions } from "./parse-mastra-options.ts";
import { renderStores } from "./store-figures.ts";
import { toGoals } from "./to-goals.ts";

/**
 * The bench `mastra`: prints what memory adds to a turn of an agent, and goals, and writes it as JSON.
 *
 * @throws {BenchError} when a goal is missed.
 */
export async function runMastra(args: readonly string[], signal: AbortSignal): Promise<void> {
  const options = parseMastraOptions(args);
  if (options === "help") {
    console.log(MASTRA_USAGE);
    return;
  }
  const { memories, messages, turns, json } = options;
  const sizes = [...new Set([messages, memories])].toSorted((a, b) => a - b);
  const { stores, subjects } = await withFolder(options.uri, async (folder) =>
    measureMastra({ sizes, messages, turns, folder, signal }),
  );
  const tables = `${renderSubjects(subjects)}\n\n${renderStores(stores)}`;
  const goals = toGoals(subjects, messages);
  console.log(tables);
  await writeJson(json, "mastra", { memories, messages, turns, subjects, stores, goals, tables });
  console.log(`\nFigures: ${json}`);
  if (goals.length > 0) console.log(`\n${renderGoals(goals)}`);
  assertGoals(goals);
}
