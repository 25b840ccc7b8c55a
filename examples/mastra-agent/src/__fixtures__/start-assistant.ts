import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished } from "vitest";

const MAIN = fileURLToPath(new URL("../main.ts", import.meta.url));

/** The example as a process of its own, with piped input. */
export interface Assistant {
  /** Types a line. */
  type(line: string): void;
  /** Waits until the screen shows this. */
  sees(words: string): Promise<void>;
  /** Ends it as a power cut would, and waits until it is gone. */
  kill(): Promise<void>;
}

type Environment = Readonly<Record<string, string>>;

/** An empty folder that is removed when the test is over. */
export async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "palimpsest-mastra-agent-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Starts it, to be talked with line by line. */
export function startAssistant(folder: string, env: Environment = {}): Assistant {
  const child = open(folder, env);
  const ended = once(child, "exit");
  let screen = "";
  child.stdout.on("data", (chunk) => (screen += String(chunk)));
  child.stderr.on("data", (chunk) => (screen += String(chunk)));
  const kill = async () => {
    child.kill("SIGKILL");
    await ended;
  };
  onTestFinished(kill);
  return {
    type: (line) => child.stdin.write(`${line}\n`),
    sees: async (words) => expect.poll(() => screen, { timeout: 60_000 }).toContain(words),
    kill,
  };
}

/** What the screen shows of a session that types all these lines, and leaves. */
export async function haveSession(
  folder: string,
  lines: readonly string[],
  env: Environment = {},
): Promise<string> {
  const child = open(folder, env);
  const ended = once(child, "exit");
  child.stdin.end(lines.map((line) => `${line}\n`).join(""));
  const [screen, errors, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    ended,
  ]);
  expect({ errors, code }).toEqual({ errors: "", code: 0 });
  return screen;
}

/** Of the environment only what is said here: no keys of whoever runs the tests. */
function open(folder: string, env: Environment) {
  return spawn(process.execPath, ["--conditions=@palimpsest/source", MAIN], {
    env: { PATH: process.env["PATH"], HOME: process.env["HOME"], FOLDER: folder, ...env },
    stdio: "pipe",
  });
}
