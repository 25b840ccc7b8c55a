import { askNewProcess } from "../../ask-new-process.ts";

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

const SCRIPT = new URL("reopen.ts", import.meta.url);

/**
 * Opens a closed memory in a process of its own, which shares nothing with this one but the folder.
 *
 * @throws {BenchError} when that process fails.
 */
export async function reopenInNewProcess(
  request: ReopenRequest,
  signal: AbortSignal,
): Promise<Reopened> {
  return askNewProcess(SCRIPT, request, signal);
}
