import { folderSize } from "../report/folder-size.ts";
import { formatNumber } from "../report/format-number.ts";
import { assertGoals, renderGoals } from "../report/goals.ts";
import { renderCurve } from "../report/render-curve.ts";
import { writeDrawing } from "../report/write-drawing.ts";
import { writeJson } from "../report/write-json.ts";
import { createCorpus, type Corpus } from "../synthetic/corpus.ts";
import { withFolder } from "../with-folder.ts";
import { copyStore } from "./copy-store.ts";
import { parseSoakOptions, SOAK_USAGE } from "./parse-soak-options.ts";
import { renderSoak } from "./render-soak.ts";
import { soak, type Stretch } from "./soak.ts";
import { toFigures } from "./to-figures.ts";
import { toGoals } from "./to-goals.ts";

const DIMENSIONS = 384;

/**
 * The bench `soak`: prints the curve and whether its bounds hold, draws it, and writes it as JSON.
 *
 * @throws {BenchError} when a bound does not hold.
 */
export async function runSoak(args: readonly string[], signal: AbortSignal): Promise<void> {
  const options = parseSoakOptions(args);
  if (options === "help") {
    console.log(SOAK_USAGE);
    return;
  }
  const { commits, json } = options;
  const corpus = await createCorpus(DIMENSIONS);
  const { soaked, copyBytes } = await withFolder(options.uri, async (uri) => ({
    soaked: await soak(corpus, { commits, uri, signal }),
    copyBytes: await sizeOfCopy(corpus, uri),
  }));
  const { stretches } = soaked;
  const figures = toFigures(soaked, copyBytes);
  const tables = renderSoak(soaked);
  const goals = toGoals(figures);
  console.log(tables);

  await writeJson(json, "soak", { commits, ...figures, copyBytes, stretches, goals, tables });
  const svg = await writeDrawing(json, draw(commits, stretches));
  console.log(`\nFigures: ${json}\nCurve: ${svg}\n`);

  const holds = goals.every((goal) => goal.holds);
  console.log(renderGoals(goals));
  console.log(
    `The bounds ${holds ? "hold" : "do NOT hold"} over ${formatNumber(commits)} commits.`,
  );
  assertGoals(goals);
}

async function sizeOfCopy({ embedder }: Corpus, from: string): Promise<number> {
  return withFolder(undefined, async (to) => {
    await copyStore({ embedder: embedder.id, dimensions: embedder.dimensions }, { from, to });
    return folderSize(to);
  });
}

function draw(commits: number, stretches: readonly Stretch[]): string {
  const line = (name: string, key: "writeP50Ms" | "lookUpP50Ms" | "searchP50Ms") => ({
    name,
    points: stretches.map((stretch) => ({ x: stretch.commits, y: stretch[key] })),
  });
  return renderCurve({
    title: `Milliseconds per call (p50) over ${formatNumber(commits)} commits`,
    xName: "commits",
    yName: "milliseconds",
    series: [
      line("write", "writeP50Ms"),
      line("look-up", "lookUpP50Ms"),
      line("search", "searchP50Ms"),
    ],
  });
}
