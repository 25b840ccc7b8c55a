import type { OnAdapterError } from "@palimpsest/core/adapter";
import type { ScopeSource } from "../identity.ts";

/** What both tools take beside the memory. */
export interface MemoryToolOptions {
  /** Whose memory it is, in place of what the run says, as for `longTermMemory`. The model has no say in it. */
  scope?: ScopeSource | undefined;
  /** The name under which the model knows the tool. Default: `search_memory`, `manage_memory`. */
  name?: string | undefined;
  /** When to call the tool, in place of the default. */
  instructions?: string | undefined;
  /** Is told of failures that the model is kept from. Default: the console. */
  onError?: OnAdapterError | undefined;
}
