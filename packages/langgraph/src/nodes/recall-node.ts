import type { RunConfig } from "../identity.ts";
import type { MessagesState } from "../messages.ts";
import { checkOptions } from "../turns/check-options.ts";
import type { TurnOptions } from "../turns/options.ts";
import { createTurnMemory } from "../turns/turn-memory.ts";

/** What is recalled, for the state. */
export interface RecalledState {
  /** The block for the system prompt; `""` when nothing is relevant, or it is nobody's. */
  memories: string;
}

/**
 * A node that looks up what is remembered about the user, for the prompt of the node that asks the model.
 *
 * It writes the block to `memories` of the state. Declare that as an `UntrackedValue`: then it is neither
 * stored with the checkpoints nor read back from an old one. Where the graph interrupts between the two
 * nodes it has to be an ordinary value: an untracked one is gone when the run is resumed. In a loop it looks
 * up once for each message of the user; it never fails the run.
 *
 * @throws {InvalidInputError} when an option is missing, unknown or of the wrong type.
 */
export function recallNode(
  options: TurnOptions,
): (state: MessagesState, config: RunConfig) => Promise<RecalledState> {
  checkOptions(options);
  const turnMemory = createTurnMemory({ ...options, remember: false });
  return async ({ messages }, config) => ({ memories: await turnMemory.recall(config, messages) });
}
