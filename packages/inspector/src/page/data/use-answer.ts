import { useEffect, useState } from "react";
import { lookUp, type Query, toSearch } from "./call-api.ts";

/** What came of looking something up; while it is looked up again the last answer stays. */
export interface Answer<VALUE> {
  isLoading: boolean;
  value?: VALUE;
  /** Why the last look-up failed. */
  message?: string;
}

/**
 * Looks something up, and again whenever the question, or the number of the `attempt`, is another; a
 * query of `undefined` asks nothing.
 */
export function useAnswer<VALUE>(
  path: string,
  query: Query | undefined,
  attempt = 1,
): Answer<VALUE> {
  const [answer, setAnswer] = useState<Answer<VALUE>>({ isLoading: true });
  const question = query && toSearch(query);
  useEffect(() => {
    if (question === undefined) {
      setAnswer({ isLoading: false });
      return undefined;
    }
    const left = new AbortController();
    setAnswer((before) => ({ ...before, isLoading: true }));
    const asked = Object.fromEntries(new URLSearchParams(question));
    lookUp<VALUE>(path, asked, left.signal).then(
      (value) => setAnswer({ isLoading: false, value }),
      (error: Error) => {
        if (!left.signal.aborted) setAnswer({ isLoading: false, message: error.message });
      },
    );
    return () => left.abort();
  }, [path, question, attempt]);
  return answer;
}
