import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findPublished } from "./find-published.ts";
import { loadEntry } from "./load-entry.ts";
import { measureBundle, packPackage } from "./measure-package.ts";

const ROOT = join(import.meta.dirname, "../..");
const published = findPublished(ROOT);
const entries = published.flatMap((one) =>
  one.entries
    // What is for tests imports vitest, which loads in a run of its own alone.
    .filter((entry) => !entry.endsWith("/testing"))
    .map((entry) => ({ entry, published: one })),
);
/** Bytes: a tenth above what was measured when they were set. */
const limits = JSON.parse(readFileSync(join(import.meta.dirname, "size-limits.json"), "utf8")) as {
  tarballs: Record<string, number>;
  bundles: Record<string, number>;
};

test.each(published)(
  "$name has in its tarball what it exports, no tests, and no more bytes than its limit",
  async (one) => {
    const { files, size } = await packPackage(one);
    expect(files).toEqual(expect.arrayContaining(["LICENSE", "README.md", "package.json"]));
    const strays = /\.test\.|__fixtures__|\.tsbuildinfo$|^packaging\/|^readme\//;
    expect(files.filter((path) => strays.test(path))).toEqual([]);
    const targets = exportTargets(one.folder);
    expect(targets.length).toBeGreaterThan(0);
    expect(targets.filter((path) => !files.includes(path))).toEqual([]);
    expect(size).toBeLessThanOrEqual(limits.tarballs[one.name] ?? 0);
  },
);

test.each(entries)(
  "$entry is the same whether it is imported or required",
  async ({ entry, published: one }) => {
    const { imported, required } = await loadEntry(process.execPath, one.folder, entry);
    expect(imported.length).toBeGreaterThan(0);
    expect(required).toEqual(imported);
  },
);

test.each(entries.filter(({ entry }) => !entry.startsWith("@palimpsest/core")))(
  "$entry adds no more bytes to a bundle than its limit",
  async ({ entry, published: one }) => {
    const size = await measureBundle(one, entry);
    expect(size).toBeGreaterThan(500);
    expect(size).toBeLessThanOrEqual(limits.bundles[entry] ?? 0);
  },
);

function exportTargets(folder: string): string[] {
  const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
    exports: Record<string, string | Record<string, string>>;
  };
  return Object.values(manifest.exports)
    .flatMap((target) => (typeof target === "string" ? target : Object.values(target)))
    .map((path) => path.replace("./", ""));
}
