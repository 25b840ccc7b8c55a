import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it, onTestFinished } from "vitest";

const MAIN = fileURLToPath(new URL("../main.ts", import.meta.url));

it("goes on after a missed goal, writes the page, and uses figures again when told to", async () => {
  const folder = await newFolder();
  // There is one conversation only, so nobody is a stranger, and the goal about strangers is missed.
  const args = ["--quick", "--only", "read-policy", "--only", "concurrency", "--folder", folder];
  const first = await all(args);
  expect(first.stderr).toMatch(/1\/2 {2}read-policy [^]*2\/2 {2}concurrency /);
  expect(first.stderr).toContain("Goals were missed, or the bench failed: read-policy.");
  expect(first.code).toBe(1);
  const page = await readFile(join(folder, "RESULTS.md"), "utf8");
  expect(page).toMatch(/\*\*MISSED\*\*: context\(\) empty[^]*\| duplicates recognised +\|/);
  expect(page).toMatch(/bench crash .*\n\nNot measured/);

  const figures = join(folder, "results", "concurrency.json");
  const { mtimeMs } = await stat(figures);
  const again = await all([...args, "--reuse"]);
  expect(again.stdout).toContain("0 benches in 0.0 minutes.");
  expect(again.code).toBe(1);
  expect((await stat(figures)).mtimeMs).toBe(mtimeMs);
  expect(await readFile(join(folder, "RESULTS.md"), "utf8")).toContain("duplicates recognised");
});

it("lets the bench that runs clean up when it is interrupted, and writes no page", async () => {
  const [folder, temporary] = [await newFolder(), await newFolder()];
  const args = ["--quick", "--only", "soak", "--folder", folder];
  const { code, stderr } = await all(args, { temporary, interruptAt: "commits" });
  expect(stderr).toContain("Interrupted.");
  expect(code).toBe(130);
  expect(await readdir(temporary)).toEqual([]);
  expect(existsSync(join(folder, "RESULTS.md"))).toBe(false);
});

/** Runs `pnpm bench all`; Ctrl+C comes when `interruptAt` is printed. */
async function all(
  args: readonly string[],
  { temporary = tmpdir(), interruptAt }: { temporary?: string; interruptAt?: string } = {},
): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ["--conditions=@palimpsest/source", MAIN, "all", ...args],
      { env: { ...process.env, TMPDIR: temporary } },
      (error, stdout, stderr) => {
        resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr });
      },
    );
    let isInterrupted = interruptAt === undefined;
    child.stderr?.on("data", (text: string) => {
      if (isInterrupted || !text.includes(` ${interruptAt} |`)) return;
      isInterrupted = true;
      child.kill("SIGINT");
    });
  });
}

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "palimpsest-bench-test-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}
