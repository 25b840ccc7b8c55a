import { execFile, execFileSync } from "node:child_process";
import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const SCRIPT = fileURLToPath(new URL("__fixtures__/on-bad-ground.js", import.meta.url));
const NOBODY = 65_534;

let folder: string;
let uri: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "palimpsest-"));
  // Others than its owner are to look into it.
  await chmod(folder, 0o755);
  uri = join(folder, "store");
});
afterEach(async () => {
  await setWritable(folder, true);
  await rm(folder, { recursive: true });
});

/** What a process found, and what the next one did. */
interface Report {
  kept: number;
  listed: string[];
  found: number;
  failure: { name: string; code: string; message: string };
  failures: { name: string; code: string; message: string }[];
  troubles: string[];
}

/** Runs commands of a shell, in which `$run <role>` is a process on the folder; what each of them found. */
async function inShell(commands: string, options: { uid?: number } = {}): Promise<Report[]> {
  const run = [process.execPath, SCRIPT, uri].map((part) => `'${part}'`).join(" ");
  const { stdout } = await promisify(execFile)(
    "sh",
    ["-ec", commands.replaceAll("$run", run).replaceAll("$uri", `'${uri}'`)],
    { ...options, maxBuffer: 10_000_000 },
  );
  return stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Report);
}

/** Whether this machine lets its users mount a small disk in a world of their own. */
function canMount(): boolean {
  try {
    execFileSync("sh", ["-c", "unshare -rm mount -t tmpfs none /tmp"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

async function setWritable(path: string, isWritable: boolean): Promise<void> {
  for (const entry of await readdir(path, { recursive: true, withFileTypes: true })) {
    const mode = (entry.isDirectory() ? 0o555 : 0o444) | (isWritable ? 0o200 : 0);
    await chmod(join(entry.parentPath, entry.name), mode);
  }
}

/** A file may not grow beyond 128 or 256 kB, depending on the shell: every machine can do that. */
const LIMITED_FILES = ["files of a limited size", "ulimit -f 256; $run fill; $run look"] as const;
const SMALL_DISK = [
  "a disk that is full",
  `mkdir $uri; exec unshare -rm sh -ec "mount -t tmpfs -o size=12m none $uri; $run fill; $run look"`,
] as const;

describe("a memory that has no more room", () => {
  it.each(canMount() ? [LIMITED_FILES, SMALL_DISK] : [LIMITED_FILES])(
    "says so, and keeps what it has acknowledged: %s",
    async (_, commands) => {
      const [filled, later] = await inShell(commands);
      expect(filled?.failure).toMatchObject({ name: "StoreError", code: "store" });
      expect(filled?.failure.message).toMatch(/Free some space|Raise the limit/);
      expect(filled?.kept).toBeGreaterThan(3);
      const all = Array.from({ length: filled?.kept ?? 0 }, (_unused, index) => String(index));
      for (const report of [filled, later]) {
        // What failed may be there, whole: nobody was told that it is not.
        expect(report?.listed.slice(0, all.length)).toEqual(all);
        expect(report?.listed.length).toBeLessThanOrEqual(all.length + 1);
        expect(report?.found).toBe(1);
      }
    },
    60_000,
  );
});

describe("a memory that it may only read", () => {
  it("reads, refuses every write with what to do, and is written again when it may", async () => {
    const uid = process.getuid?.() === 0 ? { uid: NOBODY } : {};
    const [filled] = await inShell("ulimit -f 256; $run fill");
    await setWritable(folder, false);
    await chmod(uri, 0o555);
    const [report] = await inShell("$run write", uid);
    expect(report?.listed).toHaveLength(filled?.kept ?? 0);
    expect(report?.found).toBe(1);
    expect(report?.failures).toHaveLength(4);
    for (const failure of report?.failures ?? []) {
      expect(failure).toMatchObject({ name: "StoreError", code: "store" });
      expect(failure.message).toMatch(/not writable\. Check who owns it, or choose another uri/);
    }
    await setWritable(folder, true);
    const [again] = await inShell("ulimit -f 256; $run fill");
    expect(again?.listed.length).toBeGreaterThan(report?.listed.length ?? 0);
  }, 60_000);

  it("says what to do when there is none yet and it cannot be made", async () => {
    const uid = process.getuid?.() === 0 ? { uid: NOBODY } : {};
    if (uid.uid === undefined) await chmod(folder, 0o555);
    const [report] = await inShell("$run open", uid);
    expect(report?.failure).toMatchObject({ name: "StoreError", code: "store" });
    expect(report?.failure.message).toContain("not writable");
    await chmod(folder, 0o755);
    expect(await readdir(folder)).toEqual([]);
  });
});

describe("a place that is no folder", () => {
  it.each(["store", "store/episodes.lance"])("is left as it is: %s", async (name) => {
    if (name !== "store") await mkdir(uri);
    await writeFile(join(folder, name), "somebody's letter");
    const [report] = await inShell("$run open");
    expect(report?.failure).toMatchObject({ name: "StoreError", code: "store" });
    expect(report?.failure.message).toContain("Choose another uri");
    await inShell(`test "$(cat '${join(folder, name)}')" = "somebody's letter"; echo '{}'`);
  });
});
