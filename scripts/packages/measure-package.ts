import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { build } from "esbuild";
import type { Published } from "./find-published.ts";

const run = promisify(execFile);

/** What npm would publish of a package. */
export interface Tarball {
  /** Bytes, compressed. */
  size: number;
  /** Paths in it, without a leading `./`. */
  files: string[];
}

/** Packs a package that is built, without writing it anywhere. */
export async function packPackage({ folder }: Published): Promise<Tarball> {
  const options = { cwd: folder, maxBuffer: 100_000_000 };
  const { stdout } = await run("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], options);
  const packed = JSON.parse(stdout) as { size: number; files: { path: string }[] }[];
  // npm 12 gives an object by the names of packages, npm 11 a list.
  const [first] = Object.values(packed);
  if (!first) throw new Error(`npm packed nothing in ${folder}.`);
  return { size: first.size, files: first.files.map(({ path }) => path) };
}

/** The bytes that an entry of a package adds to a bundle of its user's, minified: own code, without peers and dependencies. */
export async function measureBundle(
  { folder, peers, dependencies }: Published,
  entry: string,
): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents: `export * from "${entry}";`, resolveDir: folder },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    platform: "node",
    external: [...peers, ...dependencies].flatMap((name) => [name, `${name}/*`]),
    logLevel: "silent",
  });
  return outputFiles[0]?.contents.length ?? 0;
}
