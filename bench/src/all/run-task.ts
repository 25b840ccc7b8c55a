import { spawn } from "node:child_process";
import { once } from "node:events";
import { rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Task } from "./plan.ts";

const MAIN = fileURLToPath(new URL("../main.ts", import.meta.url));

/**
 * Runs a bench in a process of its own, which prints beside this one, and has it write its figures to
 * `json`; those of an earlier run are removed first. Resolves with its exit code.
 *
 * An abort lets it clean up, waits for that, and rejects with the signal's reason.
 */
export async function runTask(
  { args, readsLocomo }: Task,
  { json, data, signal }: { json: string; data: string | undefined; signal: AbortSignal },
): Promise<number | null> {
  await rm(json, { force: true });
  signal.throwIfAborted();
  const dataArgs = readsLocomo && data !== undefined ? ["--data", data] : [];
  const child = spawn(
    process.execPath,
    [...process.execArgv, MAIN, ...args, ...dataArgs, "--json", json],
    // In a group of its own: Ctrl+C reaches this process alone and is passed on once. A bench that
    // hears it twice, from the terminal and from here, ends at once and leaves its folders behind.
    { stdio: ["ignore", "inherit", "inherit"], detached: true },
  );
  const interrupt = () => child.kill("SIGINT");
  signal.addEventListener("abort", interrupt, { once: true });
  const [code] = (await once(child, "exit")) as [number | null];
  signal.removeEventListener("abort", interrupt);
  signal.throwIfAborted();
  return code;
}
