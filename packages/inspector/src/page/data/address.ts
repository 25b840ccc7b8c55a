import { useSyncExternalStore } from "react";
import type { Ids } from "../../wire.ts";
import { type Query, toSearch } from "./call-api.ts";

/** Where the page is: behind the `#`, so that no server sees it. */
export interface Address {
  view: string;
  ids: Ids;
  /** Everything else that the address says. */
  query: Query;
}

/** The address of a view. */
export function toAddress(view: string, ids: Ids = {}, query: Query = {}): string {
  const search = toSearch({ ...ids, ...query });
  return search === "" ? `#/${view}` : `#/${view}?${search}`;
}

/** Where the page is now. */
export function useAddress(): Address {
  return readAddress(useSyncExternalStore(subscribe, () => location.hash));
}

/** Goes on to another state of the same view, without a step in the history of the browser. */
export function replaceAddress(address: string): void {
  history.replaceState(null, "", address);
  dispatchEvent(new HashChangeEvent("hashchange"));
}

/** What a hash says. */
function readAddress(hash: string): Address {
  const [path = "", search = ""] = hash.replace(/^#\/?/, "").split("?", 2);
  const { userId, agentId, sessionId, ...query } = Object.fromEntries(new URLSearchParams(search));
  const ids = {
    ...(userId && { userId }),
    ...(agentId && { agentId }),
    ...(sessionId && { sessionId }),
  };
  return { view: path, ids, query };
}

function subscribe(onChange: () => void): () => void {
  addEventListener("hashchange", onChange);
  return () => removeEventListener("hashchange", onChange);
}
