import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** A module that users import. */
export interface Entry {
  /** As it is imported: `@palimpsest/core/tables`. */
  name: string;
  /** Its source, from the root of the repository. */
  path: string;
  /** The page of the reference, in `docs/api`. */
  page: string;
}

interface Manifest {
  name: string;
  private?: boolean;
  exports?: Record<string, string | { "@palimpsest/source"?: string }>;
}

/** The entries of all published packages: core first, then as its users need them. */
export function findEntries(root: string): Entry[] {
  return globSync("packages/*/package.json", { cwd: root })
    .toSorted()
    .flatMap((path) => {
      const manifest = JSON.parse(readFileSync(join(root, path), "utf8")) as Manifest;
      if (manifest.private) return [];
      return Object.entries(manifest.exports ?? {}).flatMap(([subpath, target]) => {
        const source = typeof target === "string" ? undefined : target["@palimpsest/source"];
        if (source === undefined) return [];
        const name = join(manifest.name, subpath);
        const page = `${name.replace("@palimpsest/", "").replaceAll("/", "-")}.md`;
        return [{ name, path: join(dirname(path), source), page }];
      });
    });
}
