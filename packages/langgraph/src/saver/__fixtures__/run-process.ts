import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Task } from "./graphs.ts";

const SCRIPT = fileURLToPath(new URL("run-task.ts", import.meta.url));

/** Does a task in a process of its own: resolves with its result, or with "killed" where it was. */
export async function runProcess(task: Task): Promise<unknown> {
  const { promise, resolve, reject } = Promise.withResolvers<unknown>();
  const args = ["--conditions=@palimpsest/source", SCRIPT, JSON.stringify(task)];
  execFile(process.execPath, args, (error, stdout, stderr) => {
    if (error?.signal === "SIGKILL") resolve("killed");
    else if (error) reject(new Error(stderr, { cause: error }));
    else resolve(JSON.parse(stdout));
  });
  return promise;
}
