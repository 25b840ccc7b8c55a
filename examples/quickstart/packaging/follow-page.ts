import { execFile } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import {
  outerEnvironment,
  packPackage,
} from "../../../packages/langgraph/packaging/install-packages.ts";

const run = promisify(execFile);
const ROOT = join(import.meta.dirname, "../../..");

/** A page of docs/ with a quickstart: what it has one install, the settings for pnpm, and the program. */
export interface Page {
  packages: readonly string[];
  settings: string;
  program: string;
}

/** Reads what a newcomer copies from a page. */
export async function readPage(path: string): Promise<Page> {
  const text = await readFile(join(ROOT, "docs", path), "utf8");
  const block = (pattern: RegExp) => pattern.exec(text)?.[1] ?? "";
  return {
    packages: block(/^ {4}npm install (.+)$/m).split(" "),
    settings: block(/^```yaml\n([\s\S]*?)^```/m),
    program: block(/^```ts\n([\s\S]*?)^```/m),
  };
}

/** Packs the packages that are published, by their names. */
export async function packAll(folder: string): Promise<Map<string, string>> {
  const packed = new Map<string, string>();
  for (const name of ["core", "langgraph", "mastra", "vercel-ai"]) {
    const tarball = await packPackage(join(ROOT, "packages", name), join(folder, "packed", name));
    packed.set(`@palimpsest/${name}`, tarball);
  }
  return packed;
}

/** What is installed for a package: its tarball if it is ours, else the version that the adapters are tested with. */
export async function pin(name: string, packed: ReadonlyMap<string, string>): Promise<string> {
  const tarball = packed.get(name);
  if (tarball !== undefined) return `${name}@${tarball}`;
  for (const adapter of ["langgraph", "mastra", "vercel-ai"]) {
    const manifest = join(ROOT, "packages", adapter, "node_modules", name, "package.json");
    const text = await readFile(manifest, "utf8").catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "ENOENT") throw error;
    });
    if (text) return `${name}@${(JSON.parse(text) as { version: string }).version}`;
  }
  throw new Error(`No adapter is tested with ${name}.`);
}

/** An empty project of somebody whose home is empty, too. */
export async function makeProject(folder: string): Promise<void> {
  await mkdir(join(folder, "home"), { recursive: true });
  await writeFile(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }));
}

/** Runs a package manager in a project. The cache is that of whoever runs this: what is known already is not fetched again. */
export async function install(folder: string, [command = "", ...args]: string[]): Promise<void> {
  const env = { ...newcomer(folder), npm_config_cache: join(homedir(), ".npm") };
  await run(command, args, { cwd: folder, env, timeout: 400_000, maxBuffer: 10_000_000 });
}

/** Saves a program in a folder of its own within a project, runs it, and gives what it prints. */
export async function runProgram(
  project: string,
  name: string,
  program: string,
  settings: Readonly<Record<string, string>>,
): Promise<string> {
  const folder = join(project, name);
  await mkdir(folder);
  await writeFile(join(folder, "quickstart.ts"), program);
  const env = { ...newcomer(project), ...settings };
  const options = { cwd: folder, env, timeout: 100_000 };
  return (await run(process.execPath, ["quickstart.ts"], options)).stdout;
}

/** The environment of somebody without settings and keys. */
function newcomer(project: string): NodeJS.ProcessEnv {
  const { OPENAI_API_KEY: _key, OPENAI_BASE_URL: _url, ...outer } = outerEnvironment();
  return { ...outer, HOME: join(project, "home"), NO_COLOR: "1" };
}
