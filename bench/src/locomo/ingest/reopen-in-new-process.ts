import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { BenchError } from "../../bench-error.ts";

export interface Question {
  userId: string;
  question: string;
}

/** What the new process is to look for. */
export interface ReopenRequest {
  uri: string;
  userIds: readonly string[];
  questions: readonly Question[];
}

/** What the new process found. */
export interface Reopened {
  /** Current memories of each user. */
  counts: Record<string, number>;
  /** The best matches of each question, most relevant first. */
  answers: (Question & { matches: { memory: string; score: number }[] })[];
}

const SCRIPT = fileURLToPath(new URL("reopen.ts", import.meta.url));

/**
 * Opens a closed memory in a process of its own, which shares nothing with this one but the folder.
 *
 * @throws {BenchError} when that process fails.
 */
export async function reopenInNewProcess(request: ReopenRequest): Promise<Reopened> {
  const child = fork(SCRIPT, { execArgv: ["--conditions=@palimpsest/source"] });
  let reopened: Reopened | undefined;
  child.on("message", (message) => {
    reopened = message as Reopened;
  });
  child.send(request);
  const [[code]] = await Promise.all([once(child, "exit"), once(child, "disconnect")]);
  if (code !== 0 || reopened === undefined) {
    throw new BenchError(`The process that reopened ${request.uri} failed with code ${code}.`);
  }
  return reopened;
}
