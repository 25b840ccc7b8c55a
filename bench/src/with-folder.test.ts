import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { BenchError } from "./bench-error.ts";
import { withFolder } from "./with-folder.ts";

describe("withFolder", () => {
  it("removes a temporary folder with all that is in it, also when the work fails", async () => {
    const folders: string[] = [];
    await withFolder(undefined, async (folder) => {
      folders.push(folder);
      await writeFile(join(folder, "file"), "text");
    });
    const failing = withFolder(undefined, async (folder) => {
      folders.push(folder);
      throw new Error("the work failed");
    });
    await expect(failing).rejects.toThrow("the work failed");
    expect(folders.map((folder) => existsSync(folder))).toEqual([false, false]);
    expect(new Set(folders).size).toBe(2);
  });

  it("makes the given folder and keeps it", async () => {
    const given = join(await newFolder(), "a/b");
    await withFolder(given, async (folder) => writeFile(join(folder, "file"), "text"));
    expect(existsSync(join(given, "file"))).toBe(true);
  });

  it("refuses a folder that holds something, and leaves it as it is", async () => {
    const given = await newFolder();
    await writeFile(join(given, "file"), "text");
    const refused = withFolder(given, async () => expect.unreachable());
    await expect(refused).rejects.toThrow(BenchError);
    expect(existsSync(join(given, "file"))).toBe(true);
  });
});

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "palimpsest-bench-test-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}
