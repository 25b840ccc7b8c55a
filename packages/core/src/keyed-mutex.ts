/** Runs the tasks of one key one after another, in the order of the calls; other keys do not wait. */
export interface KeyedMutex {
  /** Settles as the task does, once those of the key before it have; a failed one holds up nobody. */
  run<RESULT>(key: string, task: () => Promise<RESULT>): Promise<RESULT>;
}

/** A mutex of this process. It forgets a key as soon as none of its tasks is left. */
export function createKeyedMutex(): KeyedMutex {
  const tails = new Map<string, Promise<unknown>>();
  return {
    run(key, task) {
      const previous = tails.get(key) ?? Promise.resolve();
      // A failed task has told its own caller; those behind it go on.
      const result = previous.then(task, task);
      const tail = result.then(forget, forget);
      tails.set(key, tail);
      return result;

      function forget() {
        if (tails.get(key) === tail) tails.delete(key);
      }
    },
  };
}
