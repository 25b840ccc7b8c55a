import { execFile } from "node:child_process";
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const PACKAGE = join(import.meta.dirname, "..");

/** Versions by the names of packages. */
export type Versions = Readonly<Record<string, string>>;

/** The packed packages, as dependencies of a project. */
export async function packPackages(folder: string): Promise<Versions> {
  return {
    "@palimpsest/core": await packPackage(join(PACKAGE, "../core"), join(folder, "core")),
    "@palimpsest/langgraph": await packPackage(PACKAGE, join(folder, "langgraph")),
  };
}

/** Packs a package as it is published; pnpm builds it first, and puts versions in for `workspace:`. */
export async function packPackage(source: string, destination: string): Promise<string> {
  await run("npx", ["-y", "pnpm@12", "pack", "--pack-destination", destination], {
    cwd: source,
    env: outerEnvironment(),
  });
  const [tarball = ""] = await readdir(destination);
  return `file:${join(destination, tarball)}`;
}

/**
 * A project of somebody who has these dependencies and no others: plain npm, no overrides, no legacy
 * handling of peers. It fails where versions do not fit together.
 */
export async function installProject(folder: string, dependencies: Versions): Promise<void> {
  await mkdir(folder);
  const manifest = { private: true, type: "module", dependencies };
  await writeFile(join(folder, "package.json"), JSON.stringify(manifest));
  const options = { cwd: folder, env: outerEnvironment(), timeout: 240_000 };
  await run("npm", ["install", "--no-audit", "--no-fund", "--prefer-offline"], options);
  await run("npm", ["ls", "--all"], { ...options, maxBuffer: 100_000_000 });
}

/** Runs Node in a project, the one that runs this, and gives what it prints. */
export async function runProgram(folder: string, program: readonly string[]): Promise<string> {
  const options = { cwd: folder, env: outerEnvironment(), timeout: 110_000 };
  const { stdout } = await run(process.execPath, program, options);
  return stdout;
}

/**
 * That of whoever runs this, without what pnpm tells npm. The Node of the workspace is not in its path: npm
 * looks for its settings beside the Node that runs it, and there are no certificates of a proxy beside ours.
 */
export function outerEnvironment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !/^p?npm_/i.test(name));
  const path = (process.env["PATH"] ?? "")
    .split(delimiter)
    .filter((folder) => !folder.includes("node_modules"))
    .join(delimiter);
  return { ...Object.fromEntries(own), PATH: path };
}
