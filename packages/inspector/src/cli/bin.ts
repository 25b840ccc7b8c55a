#!/usr/bin/env node
import { run } from "./run.ts";

const interruption = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  // The second one ends the process at once: what was acknowledged is on disk.
  process.once(signal, () => interruption.abort());
}
// The write that failed says so itself, to who made it.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});

const { stdin, stdout, stderr, env } = process;
const { signal } = interruption;
process.exitCode = await run(process.argv.slice(2), { stdin, stdout, stderr, env, signal });
// An open standard input would keep the process alive.
stdin.destroy();
