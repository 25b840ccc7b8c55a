import type { Memory, Scope } from "@palimpsest/core";
import type { OnAdapterError } from "@palimpsest/core/adapter";
import type { ModelMessage, Schema } from "ai";

/** What the tools work on, and for whom. */
export interface MemoryToolsOptions<CONTEXT = unknown> {
  /** Core's `Memory`, or a client of one with the same methods. */
  memory: Pick<Memory, "search" | "add" | "get" | "update" | "delete">;
  /** Whose memory it is: the same for all calls, or read from each. The model has no say in it. */
  scope: Scope | ((call: ToolCall<CONTEXT>) => Scope);
  /** Is told of failures that the model is kept from. Default: they go to `console.error`. */
  onError?: OnAdapterError | undefined;
}

/** What the AI SDK tells a tool about a call of it. */
export interface ToolCall<CONTEXT = unknown> {
  readonly toolCallId: string;
  /** The conversation up to the call, without the system prompt. */
  readonly messages: readonly ModelMessage[];
  readonly abortSignal?: AbortSignal | undefined;
  /** What `toolsContext` holds for the tool, in AI SDK 7. */
  readonly context: CONTEXT;
  /** The context of the whole call, in AI SDK 6. */
  readonly experimental_context?: unknown;
}

/** A call as either version gives it: 6 knows no `context`. */
export type GivenCall<CONTEXT> = Omit<ToolCall<CONTEXT>, "context"> & {
  readonly context?: CONTEXT;
};

/** A tool as AI SDK 6 and 7 take it. */
export interface MemoryTool<INPUT, ANSWER, CONTEXT = unknown> {
  description: string;
  inputSchema: Schema<INPUT>;
  /** Never set: by its type AI SDK 7 knows what `toolsContext` must hold for the tool. */
  contextSchema?: Schema<CONTEXT>;
  /** Called by the AI SDK. A failure of memory is an answer for the model, and told to `onError`. */
  execute(input: INPUT, call: GivenCall<CONTEXT>): Promise<ANSWER | Refused>;
}

/** What a model is told when a call came to nothing. */
export interface Refused {
  error: string;
}
