import type { MatchCondition } from "@langchain/langgraph-checkpoint";
import type { FieldTest } from "./filters/read-filter.ts";

/** An operation of a batch, checked, and sharing nothing with its caller. */
export type StoreOperation = Get | Search | List | Put | Delete;

interface Get {
  readonly type: "get";
  readonly id: string;
}

export interface Search {
  readonly type: "search";
  readonly prefix: readonly string[];
  readonly tests: readonly FieldTest[];
  /** What is searched by meaning; `undefined` for what is only looked up. */
  readonly query: string | undefined;
  readonly limit: number;
  readonly offset: number;
}

export interface List {
  readonly type: "list";
  readonly conditions: readonly MatchCondition[];
  readonly maxDepth: number | undefined;
  readonly limit: number;
  readonly offset: number;
}

export interface Put {
  readonly type: "put";
  readonly id: string;
  readonly namespace: readonly string[];
  readonly key: string;
  /** JSON. */
  readonly value: string;
  readonly fields: string[];
  /** What is to be embedded. */
  readonly texts: readonly string[];
  /** `undefined` for one that does not expire. */
  readonly ttlMs: number | undefined;
}

export interface Delete {
  readonly type: "delete";
  readonly id: string;
}
