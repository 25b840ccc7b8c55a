import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

const MAIN = fileURLToPath(new URL("../main.ts", import.meta.url));

/** A folder that is gone after the test. */
export async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "palimpsest-agent-"));
  onTestFinished(async () => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** The program in a process of its own, and somebody who types. */
export interface RunningChat {
  say(line: string): void;
  /** Resolves when the output of this process has this. */
  until(expected: string): Promise<void>;
  /** Ends it with SIGKILL: it has no time for anything. */
  kill(): Promise<void>;
  /** What was printed until now, without the header. */
  printed(): string;
  /** Types `/exit`, and gives all that was printed. */
  end(): Promise<string>;
}

/** Starts the program on a folder, as a person without a key does unless `env` says otherwise. */
export function startChat(uri: string, env: NodeJS.ProcessEnv = {}, user = "you"): RunningChat {
  const options = ["--conditions=@palimpsest/source", MAIN, "--uri", uri, "--user", user];
  const child = spawn(process.execPath, options, {
    env: { ...process.env, OPENAI_API_KEY: "", NO_COLOR: "1", WORD_DELAY_MS: "0", ...env },
    stdio: ["pipe", "pipe", "pipe"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  const exited = once(child, "exit");
  let output = "";
  let errors = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (output += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (errors += text));

  const printed = () => output.replace(/^[\s\S]*?\/help lists the commands\.\n\n/, "");
  return {
    say: (line) => void child.stdin.write(`${line}\n`),
    async until(expected) {
      while (!output.includes(expected)) {
        if (child.exitCode !== null)
          throw new Error(`It ended without "${expected}":\n${output}${errors}`);
        await Promise.race([once(child.stdout, "data"), exited]);
      }
    },
    printed,
    async kill() {
      child.kill("SIGKILL");
      await exited;
    },
    async end() {
      child.stdin.end("/exit\n");
      const [code] = (await exited) as [number | null];
      if (code !== 0) throw new Error(`It ended with code ${code}:\n${output}${errors}`);
      return printed();
    },
  };
}

/** Says one line after another to the program, and gives what it printed. */
export async function chat(
  uri: string,
  lines: readonly string[],
  { env, user }: { env?: NodeJS.ProcessEnv; user?: string } = {},
): Promise<string> {
  const running = startChat(uri, env, user);
  for (const line of lines) running.say(line);
  return running.end();
}
