import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { z } from "zod";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const LANCEDB = "@lancedb/lancedb";

/** Packages of this repository, and those whose version stands elsewhere and tells nothing about a figure. */
const OWN = /^(workspace|catalog):/;

/** What was measured: the commit, and the packages beside it. */
export interface Versions {
  /** Short, and with a word when files were changed after it. */
  commit: string;
  /** Exact versions by name: the vector store, the hosts and the peers. */
  packages: Readonly<Record<string, string>>;
}

/** The commit of the working tree, the versions that the bench's manifest pins, and LanceDB's. */
export async function readVersions(): Promise<Versions> {
  const { dependencies } = z
    .object({ dependencies: z.record(z.string(), z.string()) })
    .parse(await readJson("bench/package.json"));
  const { version } = z
    .object({ version: z.string() })
    .parse(await readJson(`packages/core/node_modules/${LANCEDB}/package.json`));
  const pinned = Object.entries(dependencies).filter(([, range]) => !OWN.test(range));
  const git = promisify(execFile);
  const { stdout } = await git("git", ["describe", "--always", "--dirty= (with changes)"], {
    cwd: ROOT,
  });
  return {
    commit: stdout.trim(),
    packages: { [LANCEDB]: version, ...Object.fromEntries(pinned) },
  };
}

async function readJson(path: string): Promise<unknown> {
  return JSON.parse(await readFile(`${ROOT}${path}`, "utf8"));
}
