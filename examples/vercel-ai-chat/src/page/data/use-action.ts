import { useRef, useState } from "react";

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
  // The state is that of the last drawing, and a second click may come before the next one.
  const isUnderWay = useRef(false);

  async function attempt(work: () => Promise<void>) {
    isUnderWay.current = true;
    setIsRunning(true);
    setMessage(undefined);
    try {
      await work();
    } catch (error) {
      setMessage((error as Error).message);
    } finally {
      isUnderWay.current = false;
      setIsRunning(false);
    }
  }

  return {
    isRunning,
    message,
    run: (work) => {
      if (!isUnderWay.current) void attempt(work);
    },
  };
}
