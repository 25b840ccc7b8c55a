import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createFileSync } from "./sync-files.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "palimpsest-"));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

describe("createFileSync", () => {
  it("takes what is there, as it comes and goes", async () => {
    const sync = createFileSync(folder);
    await expect(sync()).resolves.toBeUndefined();
    await mkdir(join(folder, "_indices", "1"), { recursive: true });
    await mkdir(join(folder, "data"));
    await writeFile(join(folder, "_indices", "1", "page.lance"), "");
    await writeFile(join(folder, "data", "1.lance"), "");
    await expect(sync()).resolves.toBeUndefined();
    await rm(join(folder, "data"), { recursive: true });
    await expect(sync()).resolves.toBeUndefined();
  });

  it("fails when it cannot know what there is", async () => {
    const sync = createFileSync(folder);
    await writeFile(join(folder, "data"), "");
    await expect(sync()).rejects.toThrow("ENOTDIR");
  });
});
