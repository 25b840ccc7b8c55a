import {
  type AgentStep,
  type AgentThread,
  createAgentThread,
  type Saver,
} from "../agent/agent-thread.ts";

/** One long thread and many short ones, which go on by turns. */
export interface MixedThreads {
  /** The next step, ready to be saved, and whose it is. */
  next(): { thread: AgentThread; step: AgentStep };
  /** Calls of `put` and `putWrites` so far, when all steps were saved: each is a commit. */
  commits(): number;
}

const SHORT_THREADS = 50;

/** Every other step belongs to the long thread. */
export function openMixedThreads(saver: Saver): MixedThreads {
  const long = createAgentThread(saver, "long-thread");
  const short = Array.from({ length: SHORT_THREADS }, (_, at) =>
    createAgentThread(saver, `thread-${at}`),
  );
  let steps = 0;
  let commits = 0;
  return {
    next() {
      const thread =
        steps % 2 === 0 ? long : (short[Math.floor(steps / 2) % SHORT_THREADS] ?? long);
      const step = thread.next();
      steps += 1;
      commits += 1 + step.writes.length;
      return { thread, step };
    },
    commits: () => commits,
  };
}
