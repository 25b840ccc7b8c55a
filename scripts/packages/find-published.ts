import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** A package that is published. */
export interface Published {
  name: string;
  /** Its folder, absolute. */
  folder: string;
  /** The names of what is installed with it. */
  dependencies: string[];
  /** The names of what its users have to have, or may have. */
  peers: string[];
  /** Its entries as they are imported, without its manifest. */
  entries: string[];
}

interface Manifest {
  name: string;
  private?: boolean;
  dependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  exports?: Record<string, unknown>;
}

/** The packages of the repository at `root` that are published, by name. */
export function findPublished(root: string): Published[] {
  return globSync("packages/*/package.json", { cwd: root })
    .toSorted()
    .flatMap((path) => {
      const manifest = JSON.parse(readFileSync(join(root, path), "utf8")) as Manifest;
      if (manifest.private) return [];
      const subpaths = Object.keys(manifest.exports ?? {});
      return {
        name: manifest.name,
        folder: dirname(join(root, path)),
        dependencies: Object.keys(manifest.dependencies ?? {}),
        peers: Object.keys(manifest.peerDependencies ?? {}),
        entries: subpaths
          .filter((subpath) => subpath !== "./package.json")
          .map((subpath) => join(manifest.name, subpath)),
      };
    });
}
