import { existsSync, readFileSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { findPublished } from "./find-published.ts";

interface Manifest {
  name: string;
  version: string;
  license?: string;
  /** How manifests said it before 2014: json-bignum 0.0.3 does. */
  licenses?: { type: string }[];
  dependencies?: Record<string, string>;
}

/**
 * A table of everything that is installed with the published packages, directly and further down,
 * with its licence: as this workspace has it installed.
 *
 * Optional dependencies, which LanceDB has for its binaries, differ by platform and are left out.
 */
export function writeLicences(root: string): string {
  const installed = new Map<string, Manifest>();
  const published = findPublished(root);
  const names = published.map(({ name }) => name);
  for (const { folder, dependencies } of published)
    for (const name of dependencies) if (!names.includes(name)) collect(name, folder, installed);

  const rows = [...installed.values()]
    .toSorted((one, other) => one.name.localeCompare(other.name, "en"))
    .map((manifest) => `| ${manifest.name} | ${manifest.version} | ${licenceOf(manifest)} |`);
  return `# Licences

Palimpsest is under Apache-2.0. Its packages install these, directly and further down; \`pnpm run licences\` writes the list from what
the workspace has installed. Peers, which are yours, and LanceDB's binaries (Apache-2.0), one for each platform, are not in it.

| package | version | licence |
| --- | --- | --- |
${rows.join("\n")}
`;
}

function licenceOf({ license, licenses = [] }: Manifest): string {
  return license ?? (licenses.map(({ type }) => type).join(" OR ") || "none stated");
}

function collect(name: string, from: string, installed: Map<string, Manifest>): void {
  const folder = findInstalled(name, from);
  if (installed.has(folder)) return;
  const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;
  installed.set(folder, manifest);
  for (const dependency of Object.keys(manifest.dependencies ?? {}))
    collect(dependency, folder, installed);
}

/** The folder of a package as Node finds it from another: in the nearest `node_modules` that has it. */
function findInstalled(name: string, from: string): string {
  const folder = join(from, "node_modules", name);
  if (existsSync(join(folder, "package.json"))) return realpathSync(folder);
  if (dirname(from) === from) throw new Error(`${name} is not installed.`);
  return findInstalled(name, dirname(from));
}
