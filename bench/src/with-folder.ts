import { mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BenchError } from "./bench-error.ts";

/**
 * Runs `work` with an empty folder: the given one, which is kept, or a temporary one, which is
 * removed afterwards.
 *
 * @throws {BenchError} when the given one is not empty: what it held would be measured too.
 */
export async function withFolder<RESULT>(
  given: string | undefined,
  work: (folder: string) => Promise<RESULT>,
): Promise<RESULT> {
  if (given !== undefined) {
    await mkdir(given, { recursive: true });
    if ((await readdir(given)).length > 0) {
      throw new BenchError(`${given} is not empty. Pass a new folder as --uri.`);
    }
    return work(given);
  }
  const folder = await mkdtemp(join(tmpdir(), "palimpsest-bench-"));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}
