import type { Memory } from "@palimpsest/core";
import type { TurnOptions } from "../turns/options.ts";

/** What `longTermMemory` takes. */
export type LongTermMemoryOptions = TurnOptions & {
  /**
   * The name of the middleware, of which an agent has each once. Default: `palimpsest`. Two memories in
   * one agent need two names.
   */
  name?: string | undefined;
} & (
    | { tools?: false | undefined }
    | {
        /** Whether the model may look after memory itself: it gets `search_memory` and `manage_memory`. */
        tools: boolean | undefined;
        memory: Pick<Memory, "search" | "add" | "get" | "update" | "delete">;
      }
  );
