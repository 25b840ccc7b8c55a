import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Measured } from "./measured.ts";
import { readVersions } from "./read-versions.ts";
import { renderResults } from "./render-results.ts";
import { renderSummary } from "./render-summary.ts";
import { replaceSummary } from "./replace-summary.ts";

/**
 * Writes RESULTS.md and plots/ into a folder that has the benches' figures in results/, and the short
 * table into `readme`, when there is one. Gives the path of RESULTS.md.
 */
export async function writeResults(
  measured: readonly Measured[],
  { folder, readme }: { folder: string; readme: string | undefined },
): Promise<string> {
  const drawn = await copyDrawings(measured, folder);
  const results = join(folder, "RESULTS.md");
  await writeFile(results, renderResults(measured, { versions: await readVersions(), drawn }));
  if (readme !== undefined) {
    const document = await readFile(readme, "utf8");
    await writeFile(readme, replaceSummary(document, renderSummary(measured)));
  }
  return results;
}

/** The drawings of the benches that made one go from results/, which is not kept, to plots/; gives their ids. */
async function copyDrawings(
  measured: readonly Measured[],
  folder: string,
): Promise<ReadonlySet<string>> {
  const ids = measured
    .filter(({ result }) => result !== undefined)
    .map(({ task }) => task.id)
    .filter((id) => existsSync(join(folder, "results", `${id}.svg`)));
  await mkdir(join(folder, "plots"), { recursive: true });
  await Promise.all(
    ids.map((id) =>
      copyFile(join(folder, "results", `${id}.svg`), join(folder, "plots", `${id}.svg`)),
    ),
  );
  return new Set(ids);
}
