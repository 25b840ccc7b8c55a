/** What is being learned of threads, so that a thread can be deleted meanwhile. */
export interface Lessons {
  /** The moment now, for what begins now and may be learned from later. */
  mark(): number;
  /** Begins to learn from what began at a mark; already stopped when the thread was deleted since. */
  open(threadId: string, begunAt: number): Lesson;
  /** Stops all that is learned of a thread, and what began there but is not learned from yet. */
  stop(threadId: string): void;
}

/** Something that is being learned. */
interface Lesson {
  /** Aborted when it must come to nothing. */
  readonly signal: AbortSignal;
  close(): void;
}

const known = new WeakMap<object, Lessons>();

/**
 * The lessons of a memory of core. They are not those of one object of Mastra's: a function may make a
 * `LongTermMemory` for each request, and another one deletes the thread.
 */
export function lessonsOf(memory: object): Lessons {
  const lessons = known.get(memory) ?? createLessons();
  known.set(memory, lessons);
  return lessons;
}

/** Deletions that are remembered: more than runs can be under way. */
const MOST_DELETIONS = 10_000;

/** Nothing under way, nothing deleted. */
export function createLessons(): Lessons {
  const open = new Map<string, Set<AbortController>>();
  const deletions = new Map<string, number>();
  let time = 0;

  function noteDeletion(threadId: string): void {
    deletions.delete(threadId);
    deletions.set(threadId, ++time);
    const [oldest] = deletions.keys();
    if (deletions.size > MOST_DELETIONS && oldest !== undefined) deletions.delete(oldest);
  }

  return {
    mark: () => time,
    open(threadId, begunAt) {
      const controller = new AbortController();
      if ((deletions.get(threadId) ?? 0) > begunAt) controller.abort();
      const others = open.get(threadId) ?? new Set();
      open.set(threadId, others.add(controller));
      return {
        signal: controller.signal,
        close() {
          others.delete(controller);
          if (others.size === 0 && open.get(threadId) === others) open.delete(threadId);
        },
      };
    },
    stop(threadId) {
      noteDeletion(threadId);
      for (const controller of open.get(threadId) ?? []) controller.abort();
    },
  };
}
