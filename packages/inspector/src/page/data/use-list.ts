import { useEffect, useState } from "react";
import type { Listed } from "../../wire.ts";
import { lookUp, type Query, toSearch } from "./call-api.ts";
import { useSettled } from "./use-settled.ts";

/** The pages of a list that were read so far. */
export interface List<ITEM> {
  isLoading: boolean;
  items: readonly ITEM[];
  /** Reads the next page; absent when there is none. */
  more?: (() => void) | undefined;
  /** Why the last reading failed. */
  message?: string | undefined;
  /** Whether at least one page is there. */
  isRead: boolean;
}

interface State<ITEM> {
  /** What the items answer. */
  question: string;
  items: readonly ITEM[];
  cursor?: string | undefined;
  isLoading: boolean;
  isRead: boolean;
  message?: string | undefined;
}

/** Reads a list page by page, from its beginning whenever the question is another. */
export function useList<ITEM>(path: string, query: Query): List<ITEM> {
  const question = useSettled(toSearch(query));
  const [place, setPlace] = useState<{ question: string; after: string }>();
  const after = place?.question === question ? place.after : undefined;
  const [state, setState] = useState<State<ITEM>>({
    question,
    items: [],
    isLoading: true,
    isRead: false,
  });

  useEffect(() => {
    const left = new AbortController();
    setState((before) => ({ ...before, isLoading: true, message: undefined }));
    const asked = { ...Object.fromEntries(new URLSearchParams(question)), cursor: after };
    lookUp<Listed<ITEM>>(path, asked, left.signal).then(
      ({ results, cursor }) =>
        setState((before) => {
          const goesOn = after !== undefined && before.question === question;
          const items = goesOn ? [...before.items, ...results] : results;
          return { question, items, cursor, isLoading: false, isRead: true };
        }),
      (error: Error) => {
        if (left.signal.aborted) return;
        setState((before) => ({ ...before, isLoading: false, message: error.message }));
      },
    );
    return () => left.abort();
  }, [path, question, after]);

  const { items, cursor, isLoading, isRead, message } = state;
  const more =
    cursor === undefined || isLoading ? undefined : () => setPlace({ question, after: cursor });
  return { items, isLoading, isRead, message, more };
}
