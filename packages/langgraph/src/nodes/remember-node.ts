import type { RunConfig } from "../identity.ts";
import type { MessagesState } from "../messages.ts";
import { checkOptions } from "../turns/check-options.ts";
import type { TurnOptions } from "../turns/options.ts";
import { createTurnMemory } from "../turns/turn-memory.ts";

/** A node that keeps the finished turn. It changes nothing in the state. */
export interface RememberNode {
  (state: MessagesState, config: RunConfig): Promise<Record<string, never>>;
  /** Resolves when all is kept that was to be kept until then. Never rejects. */
  flush(): Promise<void>;
}

/**
 * A node that keeps what the user said last, and the answer. Put it at the end of the graph, where the
 * turn is over; it never fails the run.
 *
 * @throws {InvalidInputError} when an option is missing, unknown or of the wrong type.
 */
export function rememberNode(options: TurnOptions): RememberNode {
  checkOptions(options);
  const turnMemory = createTurnMemory(options);

  async function remember({ messages }: MessagesState, config: RunConfig) {
    await turnMemory.remember(config, messages);
    return {};
  }
  return Object.assign(remember, { flush: () => turnMemory.flush() });
}
