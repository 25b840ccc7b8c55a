import { assertGoals, renderGoals } from "../report/goals.ts";
import { writeJson } from "../report/write-json.ts";
import { createCorpus } from "../synthetic/corpus.ts";
import { withFolder } from "../with-folder.ts";
import { measureSize, type SizeFigures } from "./measure-size.ts";
import { parseScaleOptions, SCALE_USAGE } from "./parse-scale-options.ts";
import { renderScale } from "./render-scale.ts";
import { toGoals } from "./to-goals.ts";

const DIMENSIONS = 384;

/**
 * The bench `scale`: prints its figures and goals, and writes them as JSON, after each size.
 *
 * @throws {BenchError} when a goal is missed.
 */
export async function runScale(args: readonly string[], signal: AbortSignal): Promise<void> {
  const options = parseScaleOptions(args);
  if (options === "help") {
    console.log(SCALE_USAGE);
    return;
  }
  const { users, searches, adds, json } = options;
  const corpus = await createCorpus(DIMENSIONS);
  const sizes: SizeFigures[] = [];
  await withFolder(options.uri, async (folder) => {
    for (const size of options.sizes) {
      const figures = await measureSize(corpus, size, { users, searches, adds, folder, signal });
      sizes.push(figures);
      await writeJson(json, "scale", { dimensions: DIMENSIONS, searches, adds, sizes });
    }
  });
  const tables = renderScale(sizes);
  const goals = toGoals(sizes);
  console.log(tables);
  await writeJson(json, "scale", { dimensions: DIMENSIONS, searches, adds, sizes, goals, tables });
  console.log(`\nFigures: ${json}\n`);
  console.log(renderGoals(goals));
  assertGoals(goals);
}
