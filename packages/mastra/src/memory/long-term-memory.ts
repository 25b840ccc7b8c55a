import type {
  InputProcessor,
  InputProcessorOrWorkflow,
  OutputProcessor,
  OutputProcessorOrWorkflow,
} from "@mastra/core/processors";
import type { RequestContext } from "@mastra/core/request-context";
import { Memory } from "@mastra/memory";
import type { Memory as CoreMemory } from "@palimpsest/core";
import { lessonsOf } from "../forgetting/lessons.ts";
import type { LongTermOptions } from "../options.ts";
import {
  createProcessor,
  type LongTermProcessor,
  PROCESSOR_ID,
} from "../processor/create-long-term-processor.ts";
import type { RunConfig } from "../processor/read-owner.ts";
import { createLongTermTools, type LongTermTools } from "../tools/create-long-term-tools.ts";

/** What a `Memory` of Mastra takes, and the options of its long-term memory. */
export type LongTermMemoryConfig = NonNullable<ConstructorParameters<typeof Memory>[0]> & {
  longTerm: LongTermOptions;
};

/**
 * A `Memory` of Mastra that lasts across threads: before an answer the agent is told what is remembered
 * about its user, and learns from the turn behind it. Messages stay in your storage; whatever `Memory`
 * does besides, it does as before.
 *
 * Whose memory it is follows from the run: its resource is the user, its thread the session. The agent goes
 * on where memory fails, which `onError` is told.
 *
 * @throws {InvalidInputError} when an option of `longTerm` is missing, unknown or of the wrong type.
 */
export class LongTermMemory extends Memory {
  /** The memory of `@palimpsest/core` behind it, for user interfaces and jobs. */
  readonly longTerm: CoreMemory;
  // Memory has names of its own that TypeScript keeps private and JavaScript does not.
  readonly #processor: LongTermProcessor;
  readonly #tools: Partial<LongTermTools>;
  readonly #forgetsThreads: boolean;

  constructor({ longTerm, ...config }: LongTermMemoryConfig) {
    super(config);
    this.#processor = createProcessor({
      options: longTerm,
      isReadOnly: (runConfig) => this.getMergedThreadConfig(runConfig).readOnly === true,
    });
    this.#forgetsThreads = longTerm.onThreadDelete !== "keep";
    this.#tools = longTerm.tools ? createLongTermTools(longTerm) : {};
    this.longTerm = longTerm.memory;
  }

  /** Those of `Memory`, and behind them that of long-term memory. */
  override async getInputProcessors(
    configured: InputProcessorOrWorkflow[] = [],
    requestContext?: RequestContext,
  ): Promise<InputProcessor[]> {
    const processors = await super.getInputProcessors(configured, requestContext);
    return hasOne(configured) ? processors : [...processors, this.#processor];
  }

  /** Those of `Memory`, and behind them that of long-term memory: nothing changes the turn any more. */
  override async getOutputProcessors(
    configured: OutputProcessorOrWorkflow[] = [],
    requestContext?: RequestContext,
  ): Promise<OutputProcessor[]> {
    const processors = await super.getOutputProcessors(configured, requestContext);
    return hasOne(configured) ? processors : [...processors, this.#processor];
  }

  /** Those of `Memory`, and with `tools: true` those of long-term memory: in a run that is read only, the search. */
  override listTools(config?: RunConfig): ReturnType<Memory["listTools"]> {
    const { searchMemories, ...changing } = this.#tools;
    const { readOnly } = this.getMergedThreadConfig(config);
    const tools = { ...(searchMemories && { searchMemories }), ...(!readOnly && changing) };
    // Tools of Mastra's own class fit here only without exactOptionalPropertyTypes (core 1.71).
    return { ...super.listTools(config), ...(tools as ReturnType<Memory["listTools"]>) };
  }

  /**
   * Deletes a thread with its messages and, unless `onThreadDelete` is `keep`, erases what it alone
   * taught. Rejects when that fails, with the thread still there, so that it can be deleted again.
   */
  override async deleteThread(threadId: string): Promise<void> {
    const thread = await this.getThreadById({ threadId });
    if (thread) await this.#processor.forgetThread(threadId, thread.resourceId);
    await super.deleteThread(threadId);
    // What began in the thread while it was being forgotten would outlive it.
    if (this.#forgetsThreads) lessonsOf(this.longTerm).stop(threadId);
  }

  /** Resolves when all work behind answers is done, that of `Memory` and what is learned. */
  override async settled(): Promise<void> {
    await Promise.all([super.settled(), this.#processor.settled()]);
  }
}

function hasOne(
  configured: readonly (InputProcessorOrWorkflow | OutputProcessorOrWorkflow)[],
): boolean {
  return configured.some(({ id }) => id === PROCESSOR_ID);
}
