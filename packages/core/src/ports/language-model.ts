/** A JSON schema, as the tools of language models take it. */
export type JSONSchema = { readonly [key: string]: unknown };

/** One tool that a model must answer with. */
export interface ModelTool {
  readonly name: string;
  readonly description: string;
  readonly parameters: JSONSchema;
}

/** What a model is asked: one question, to be answered by calling the one tool. */
export interface ModelRequest {
  /** Trusted text only: ours, and the application's `instructions`. */
  readonly system: string;
  /** Everything that users, tools and earlier memories say. */
  readonly messages: readonly { readonly role: "user" | "assistant"; readonly content: string }[];
  /** The model must answer by calling this one tool. */
  readonly tool: ModelTool;
  readonly signal?: AbortSignal | undefined;
}

/** The call of the tool that a model answered with, and what it cost; without `usage` it counts as 0. */
export interface ModelAnswer {
  /** The tool's arguments as the model gave them: an object, or JSON text. Checked by the caller. */
  readonly arguments: unknown;
  readonly usage?: { readonly inputTokens: number; readonly outputTokens: number } | undefined;
}

/**
 * A model that answers by calling a tool.
 *
 * `generate` rejects with a `ModelCallError` when the model cannot be reached, with a
 * `ModelOutputError` when it says something else, and with the signal's reason when aborted.
 * Retries, timeouts and checks of the answer are the pipeline's.
 */
export interface LanguageModel {
  readonly id: string;
  /** Asks once. */
  generate(request: ModelRequest): Promise<ModelAnswer>;
}
