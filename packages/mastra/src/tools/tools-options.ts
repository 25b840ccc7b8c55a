import type { Tool } from "@mastra/core/tools";
import type { Memory } from "@palimpsest/core";
import type { LongTermOptions } from "../options.ts";

/** What `createLongTermTools` takes: `LongTermOptions`, or as much of them as concerns tools. */
export interface LongTermToolsOptions extends Pick<
  LongTermOptions,
  "scope" | "delegation" | "onError"
> {
  /** Core's `Memory`, or a client of one with the same methods. */
  memory: Pick<Memory, "search" | "add" | "get" | "delete">;
}

/** A tool as Mastra's agents take it. */
export type LongTermTool<INPUT, ANSWER> = Tool<INPUT, ANSWER | Refused>;

/** What a model is told when a call came to nothing. */
export interface Refused {
  error: string;
}
