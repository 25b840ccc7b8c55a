import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { folderSize } from "./folder-size.ts";

it("adds up the bytes of all files, those in folders below too", async () => {
  const folder = await mkdtemp(join(tmpdir(), "palimpsest-bench-test-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  await mkdir(join(folder, "a/b"), { recursive: true });
  await writeFile(join(folder, "one"), "1234");
  await writeFile(join(folder, "a/b/two"), "é");
  expect(await folderSize(folder)).toBe(6);
});
