import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const PACKAGE = join(import.meta.dirname, "..");
const CORE = join(PACKAGE, "../core");

/** Builds and packs both packages, as they would be published, into a folder. */
export async function packPackages(folder: string): Promise<{ core: string; adapter: string }> {
  return { core: await packPackage(CORE, folder), adapter: await packPackage(PACKAGE, folder) };
}

async function packPackage(source: string, folder: string): Promise<string> {
  await run(join(source, "node_modules/.bin/tsc"), ["-b", "tsconfig.build.json"], { cwd: source });
  const destination = await mkdtemp(join(folder, "packed-"));
  await run("npm", ["pack", "--ignore-scripts", "--pack-destination", destination], {
    cwd: source,
  });
  const [tarball = ""] = await readdir(destination);
  return join(destination, tarball);
}

/**
 * Makes a project out of packed packages, without a network: these are unpacked, what they depend on
 * is linked from the workspace, and `linked` names what else is, by the name in the project.
 */
export async function layOutProject(
  folder: string,
  packed: { core: string; adapter: string },
  linked: Readonly<Record<string, string>>,
): Promise<void> {
  await mkdir(folder);
  await writeFile(join(folder, "package.json"), JSON.stringify({ type: "module" }));
  const core = await unpack(packed.core, join(folder, "node_modules/@palimpsest/core"));
  await unpack(packed.adapter, join(folder, "node_modules/@palimpsest/vercel-ai"));
  const links: [name: string, target: string][] = [
    ...core.dependencies.map((name): [string, string] => [name, join(CORE, "node_modules", name)]),
    ...Object.entries(linked).map(([name, installed]): [string, string] => [
      name,
      join(PACKAGE, "node_modules", installed),
    ]),
  ];
  for (const [name, target] of links) {
    const link = join(folder, "node_modules", name);
    await mkdir(dirname(link), { recursive: true });
    await symlink(target, link);
  }
}

async function unpack(tarball: string, target: string): Promise<{ dependencies: string[] }> {
  await mkdir(target, { recursive: true });
  await run("tar", ["-xzf", tarball, "-C", target, "--strip-components=1"]);
  const manifest = JSON.parse(await readFile(join(target, "package.json"), "utf8")) as {
    dependencies?: Record<string, string>;
  };
  return { dependencies: Object.keys(manifest.dependencies ?? {}) };
}
