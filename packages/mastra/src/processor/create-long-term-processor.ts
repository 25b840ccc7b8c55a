import type { MastraDBMessage, MessageList } from "@mastra/core/agent";
import type {
  ProcessInputArgs,
  ProcessInputStepArgs,
  ProcessLLMRequestArgs,
  ProcessOutputResultArgs,
  Processor,
} from "@mastra/core/processors";
import { createBackground, report } from "@palimpsest/core/adapter";
import { checkOptions } from "../check-options.ts";
import { forgetThread } from "../forgetting/forget-thread.ts";
import { lessonsOf } from "../forgetting/lessons.ts";
import type { LongTermOptions } from "../options.ts";
import { beginTurn, type Beginning, resumeTurn, type Run } from "./begin-turn.ts";
import { placeBlock } from "./place-block.ts";
import { rememberTurn } from "./remember-turn.ts";
import { toLearn } from "./to-learn.ts";
import type { Turns } from "./turn.ts";

/** The id of the processor, and the tag of its system message. */
export const PROCESSOR_ID = "palimpsest-long-term-memory";

/** A processor for both sides of an agent that recalls before the answer and learns behind it. */
export interface LongTermProcessor extends Processor<typeof PROCESSOR_ID> {
  /** Called by Mastra before a run: places what is remembered, once a turn. */
  processInput(args: ProcessInputArgs): Promise<MessageList>;
  /** Called by Mastra after a run: learns from the turn behind the answer, which it does not change. */
  processOutputResult(args: ProcessOutputResultArgs): Promise<MessageList | MastraDBMessage[]>;
  /** Resolves when all is learned that was to be learned until then. Never rejects. */
  settled(): Promise<void>;
  /**
   * Erases what a thread alone taught, and what was said in it; `LongTermMemory` does that by itself.
   * Rejects when memory fails: the call can be made again.
   */
  forgetThread(threadId: string, resourceId: string): Promise<void>;
}

/**
 * Long-term memory beside a memory of yours: put the same object last among `inputProcessors` and last
 * among `outputProcessors`, so that what a guardrail rejects is not remembered. It knows nothing of
 * threads that are deleted: call `forgetThread`.
 *
 * @throws {InvalidInputError} when an option is missing, unknown or of the wrong type.
 */
export function createLongTermProcessor(options: LongTermOptions): LongTermProcessor {
  return createProcessor({ options, isReadOnly: (config) => config?.readOnly === true });
}

/** The same for a memory that knows more about its configuration than a run does. */
export function createProcessor(beginning: Beginning): LongTermProcessor {
  const { options } = beginning;
  checkOptions(options);
  const background = createBackground(options);
  const lessons = lessonsOf(options.memory);
  const learning = { options, background, lessons };

  // Not in the state itself, which processors of one id share: there may be two, of two memories.
  const turns: Turns = new WeakMap();

  async function resume(state: object, run: Run): Promise<void> {
    if (!turns.has(state)) turns.set(state, await resumeTurn(run, beginning, { isAsked: true }));
  }

  // Before core 1.67 only steps are given the messages of the run, not requests.
  async function processInputStep({ state, ...run }: ProcessInputStepArgs): Promise<undefined> {
    await resume(state, run);
  }

  async function processLLMRequest({ prompt, messageList, state, ...run }: ProcessLLMRequestArgs) {
    // In a worker of a durable agent the state is another one than in the step (core 1.71).
    if (messageList) await resume(state, { ...run, messageList });
    return { prompt: placeBlock(prompt, turns.get(state)?.block ?? "") };
  }

  return {
    id: PROCESSOR_ID,
    name: "Long-term memory",

    async processInput(args) {
      const { messageList, state } = args;
      const turn = await beginTurn(args, lessons.mark(), beginning);
      turns.set(state, turn);
      if (turn && options.inject !== "user") messageList.addSystem(turn.block, PROCESSOR_ID);
      return messageList;
    },

    ...(options.inject === "user" && { processInputStep, processLLMRequest }),

    async processOutputResult(args) {
      const { messageList, state, result } = args;
      try {
        const turn = turns.has(state)
          ? turns.get(state)
          : await resumeTurn(args, beginning, { isAsked: false });
        const heard = turn && toLearn(turn, messageList, result);
        const learned = heard && rememberTurn(turn, heard, learning);
        if (options.capture === "inline") await learned;
      } catch (error) {
        // Thrown here, it would take away an answer that was streamed already (core 1.71).
        report(options.onError, error, { phase: "remember" });
      }
      return messageList;
    },

    settled: () => background.flush(),
    forgetThread: (threadId, resourceId) =>
      forgetThread({ threadId, resourceId }, options, lessons),
  };
}
