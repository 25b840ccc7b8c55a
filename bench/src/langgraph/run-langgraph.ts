import { join } from "node:path";
import { assertGoals, renderGoals } from "../report/goals.ts";
import { writeJson } from "../report/write-json.ts";
import { withFolder } from "../with-folder.ts";
import type { LanggraphFigures } from "./langgraph-figures.ts";
import { DIMENSIONS, measurePart } from "./measure-part.ts";
import { LANGGRAPH_USAGE, parseLanggraphOptions } from "./parse-langgraph-options.ts";
import { toGoals } from "./to-goals.ts";

/**
 * The bench `langgraph`: prints a table after each part and the goals in the end, and writes all of it
 * as JSON.
 *
 * @throws {BenchError} when a goal is missed.
 */
export async function runLanggraph(args: readonly string[], signal: AbortSignal): Promise<void> {
  const options = parseLanggraphOptions(args);
  if (options === "help") {
    console.log(LANGGRAPH_USAGE);
    return;
  }
  const { uri, json, ...sizes } = options;
  const figures: LanggraphFigures = {};
  const tables: string[] = [];
  await withFolder(uri, async (folder) => {
    for (const part of options.parts) {
      const { measured, table } = await measurePart[part]({
        ...options,
        folder: join(folder, part),
        signal,
      });
      Object.assign(figures, measured);
      tables.push(table);
      console.log(`${table}\n`);
      await writeJson(json, "langgraph", { ...sizes, dimensions: DIMENSIONS, ...figures });
    }
  });
  const goals = toGoals(figures);
  const whole = { ...sizes, dimensions: DIMENSIONS, ...figures };
  await writeJson(json, "langgraph", { ...whole, goals, tables: tables.join("\n\n") });
  console.log(`Figures: ${json}\n`);
  console.log(renderGoals(goals));
  assertGoals(goals);
}
