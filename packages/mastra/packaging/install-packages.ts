import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const PACKAGE = join(import.meta.dirname, "..");
const CORE = join(PACKAGE, "../core");

/** The tarballs of both packages. */
export interface PackedPackages {
  core: string;
  adapter: string;
}

/** Which versions of Mastra a project has: the latest that was tested, or the lowest that is supported. */
export type Peers = "highest" | "lowest";

const PEERS: Readonly<Record<Peers, string>> = {
  highest: join(PACKAGE, "node_modules"),
  lowest: join(import.meta.dirname, "lowest/node_modules"),
};

/** Builds and packs both packages, as they would be published, into a folder. */
export async function packPackages(folder: string): Promise<PackedPackages> {
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
 * Makes a project out of packed packages, without a network: these are unpacked, and what they depend on
 * is linked from the workspace, with Mastra in the versions that are named.
 */
export async function layOutProject(
  folder: string,
  packed: PackedPackages,
  peers: Peers,
): Promise<void> {
  await mkdir(folder);
  await writeFile(join(folder, "package.json"), JSON.stringify({ type: "module" }));
  const core = await unpack(packed.core, join(folder, "node_modules/@palimpsest/core"));
  await unpack(packed.adapter, join(folder, "node_modules/@palimpsest/mastra"));
  const links: [from: string, name: string][] = [
    ...core.dependencies.map((name): [string, string] => [join(CORE, "node_modules"), name]),
    ...["core", "libsql", "memory"].map((name): [string, string] => [
      PEERS[peers],
      `@mastra/${name}`,
    ]),
    [join(PACKAGE, "node_modules"), "@types/node"],
  ];
  for (const [from, name] of links) {
    const link = join(folder, "node_modules", name);
    await mkdir(dirname(link), { recursive: true });
    await symlink(join(from, name), link);
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
