import { useState } from "react";

/** Something that a person does, which takes a while and may fail. */
export interface Action {
  isRunning: boolean;
  /** Why it failed the last time. */
  message: string | undefined;
  /** Does it; a failure becomes the `message`. While it runs, a second time is ignored. */
  run: (work: () => Promise<void>) => void;
}

/** Nothing done yet. */
export function useAction(): Action {
  const [isRunning, setIsRunning] = useState(false);
  const [message, setMessage] = useState<string>();

  async function attempt(work: () => Promise<void>) {
    setIsRunning(true);
    setMessage(undefined);
    try {
      await work();
    } catch (error) {
      setMessage((error as Error).message);
    } finally {
      setIsRunning(false);
    }
  }

  return {
    isRunning,
    message,
    run: (work) => {
      if (!isRunning) void attempt(work);
    },
  };
}
