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

/** What is read, and after which page; the first one when that is absent. */
interface Place {
  question: string;
  after?: string;
}

interface State<ITEM> {
  items: readonly ITEM[];
  cursor?: string | undefined;
  isLoading: boolean;
  isRead: boolean;
  message?: string | undefined;
}

const UNREAD = { items: [], isLoading: true, isRead: false } as const;

/** Reads a list page by page, from its beginning whenever the question is another. */
export function useList<ITEM>(path: string, query: Query): List<ITEM> {
  const question = useSettled(toSearch(query));
  const [place, setPlace] = useState<Place>({ question });
  // Another question is read from its beginning, one that was asked before, too.
  if (place.question !== question) setPlace({ question });
  const [state, setState] = useState<State<ITEM>>(UNREAD);

  useEffect(() => {
    const { after } = place;
    const left = new AbortController();
    setState((before) => ({ ...before, isLoading: true, message: undefined }));
    const asked = { ...Object.fromEntries(new URLSearchParams(place.question)), cursor: after };
    lookUp<Listed<ITEM>>(path, asked, left.signal).then(
      ({ results, cursor }) =>
        setState((before) => {
          const items = after === undefined ? results : [...before.items, ...results];
          return { items, cursor, isLoading: false, isRead: true };
        }),
      (error: Error) => {
        if (left.signal.aborted) return;
        // What was read of this question stays; what answers another one says nothing of it.
        const failed = { isLoading: false, message: error.message };
        setState((before) => ({ ...(after === undefined ? UNREAD : before), ...failed }));
      },
    );
    return () => left.abort();
    // A page that could not be read is asked for once more with an equal place, which is another object.
  }, [path, place]);

  const { items, cursor, isLoading, isRead, message } = state;
  const more =
    cursor === undefined || isLoading ? undefined : () => setPlace({ question, after: cursor });
  return { items, isLoading, isRead, message, more };
}
