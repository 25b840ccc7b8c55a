import type { BaseMessageLike } from "@langchain/core/messages";
import { createBackground, createKeyedMutex, report } from "@palimpsest/core/adapter";
import { readRun, type RunConfig } from "../identity.ts";
import { type Joined, joinTurn } from "./join-turn.ts";
import type { TurnOptions } from "./options.ts";
import { recallTurn } from "./recall-turn.ts";
import { rememberTurn } from "./remember-turn.ts";
import { createTurns } from "./turns.ts";
import { waitAtMost } from "./wait-at-most.ts";

/** Memory at both ends of a turn. Nothing here rejects: what fails is reported. */
export interface TurnMemory {
  /** The block for the prompt of a run; `""` when nothing is relevant, or it is nobody's. */
  recall(config: RunConfig, messages: readonly BaseMessageLike[]): Promise<string>;
  /** Keeps the turn that a run has finished, or begins to. */
  remember(config: RunConfig, messages: readonly BaseMessageLike[]): Promise<void>;
  /** Resolves when all is kept that was to be kept until then. */
  flush(): Promise<void>;
}

const DEFAULT_TIMEOUT_MS = 30_000;

/** The memory that the options describe. */
export function createTurnMemory(options: TurnOptions): TurnMemory {
  const { onError } = options;
  const turns = createTurns();
  const background = createBackground(options);
  const keeping = { options, turns, background, order: createKeyedMutex() };

  async function join(
    config: RunConfig,
    messages: readonly BaseMessageLike[],
  ): Promise<Joined | undefined> {
    try {
      return await joinTurn(readRun(config), messages, options, turns);
    } catch (error) {
      report(onError, error, { phase: "callback" });
      return undefined;
    }
  }

  return {
    async recall(config, messages) {
      const joined = await join(config, messages);
      return joined && options.recall !== false ? recallTurn(joined, options, config.signal) : "";
    },
    async remember(config, messages) {
      if (options.remember === false) return;
      const joined = await join(config, messages);
      if (!joined) return;
      const { mode = "background", timeoutMs = DEFAULT_TIMEOUT_MS } = options.remember ?? {};
      const kept = rememberTurn(joined, keeping);
      if (mode === "background" || (await waitAtMost(kept, timeoutMs))) return;
      const late = new Error(
        `The turn was not kept within ${timeoutMs} ms; that goes on behind the answer.`,
      );
      report(onError, late, { phase: "remember", scope: joined.scope });
    },
    flush: () => background.flush(),
  };
}
