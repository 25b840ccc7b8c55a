import { findEntries } from "./find-entries.ts";
import { findUndocumented } from "./find-undocumented.ts";
import { readExports, type Exported } from "./read-exports.ts";
import { writePage } from "./write-page.ts";

/** The reference of all entries. */
export interface Reference {
  /** The text of each page, by its name in `docs/api`. */
  pages: Map<string, string>;
  /** What has no docblock, as `path: name`. */
  undocumented: string[];
}

/** Reads the entries of the published packages under `root`, and writes a page for each. */
export function writeReference(root: string): Reference {
  const entries = findEntries(root).map((entry) => ({
    ...entry,
    exports: readExports(root, entry.path),
  }));
  const homes = new Map<Exported["node"], string>();
  for (const { page, exports } of entries)
    for (const { node } of exports) if (!homes.has(node)) homes.set(node, page);

  const links = entries.map(({ name, page, exports }) => {
    const names = exports.map((exported) => exported.name).toSorted();
    return `- [${name}](${page}): ${names.map((exported) => `\`${exported}\``).join(", ")}`;
  });
  const index = [
    "# API reference",
    "Every entry of every published package, written by `pnpm docs:api` from the docblocks of the source.",
    links.join("\n"),
  ];
  const pages = new Map([["README.md", `${index.join("\n\n")}\n`]]);
  for (const entry of entries)
    pages.set(
      entry.page,
      writePage(entry, entry.exports, ({ node }) => homes.get(node) ?? entry.page),
    );

  const undocumented = entries.flatMap(({ exports }) => exports.flatMap(findUndocumented));
  return { pages, undocumented: [...new Set(undocumented)].toSorted() };
}
