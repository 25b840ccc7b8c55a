/** Runs a task while something is held, if it can be: the task is told whether it is. */
export type WithHold = <RESULT>(task: (isHeld: boolean) => Promise<RESULT>) => Promise<RESULT>;

/**
 * A hold that tasks of the same time share: the first one takes it, and the last one releases it. A
 * task that comes while it is being released waits for that, and takes it anew.
 */
export function shareHold({
  take,
  release,
}: {
  /** `false` when somebody else has it. */
  take: () => Promise<boolean>;
  release: () => Promise<void>;
}): WithHold {
  let tasks = 0;
  let isHeld = false;
  let taking: Promise<void> | undefined;
  let released = Promise.resolve();

  async function takeNext(): Promise<void> {
    // Whose release failed has been told.
    await Promise.allSettled([released]);
    isHeld = await take();
  }

  async function end(): Promise<void> {
    tasks -= 1;
    if (tasks > 0) return;
    taking = undefined;
    if (!isHeld) return;
    isHeld = false;
    released = release();
    await released;
  }

  return async (task) => {
    tasks += 1;
    taking ??= takeNext();
    try {
      await taking;
      return await task(isHeld);
    } finally {
      await end();
    }
  };
}
