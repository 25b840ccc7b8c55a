import type { Message, Scope } from "@palimpsest/core";
import {
  callBack,
  type Background,
  type KeyedMutex,
  ownerKey,
  report,
} from "@palimpsest/core/adapter";
import { type Conversation, toMessages } from "../messages.ts";
import type { Joined } from "./join-turn.ts";
import type { TurnOptions } from "./options.ts";
import type { Turn, Turns } from "./turns.ts";

/** What it takes to keep turns. */
export interface Keeping {
  readonly options: TurnOptions;
  readonly turns: Turns;
  readonly background: Background;
  /** Gives the exchanges of one owner to the memory in the order in which their turns ended. */
  readonly order: KeyedMutex;
}

/**
 * Begins to keep a finished turn, each turn as an exchange of its own: what the user said, and the answer.
 * Before it the words of turns in the same conversation that ended without this being told: the model
 * failed, a limit stopped the loop, or nobody resumed an interrupt. The promise never rejects; it is
 * settled when all is kept.
 */
export async function rememberTurn(joined: Joined, keeping: Keeping): Promise<void> {
  const { scope, conversation, turn } = joined;
  const earlier = keeping.turns
    .findUnheard(turn.conversation)
    .filter((other) => other !== turn && isIn(conversation, other));
  await Promise.all([
    ...earlier.map((other) => keep(other, [], scope, keeping)),
    keep(turn, readAnswer(conversation, keeping.options), scope, keeping),
  ]);
}

/** Whether a turn is part of the conversation still: one that was edited or taken back is not. */
function isIn({ lines }: Conversation, { messageId }: Turn): boolean {
  return messageId !== undefined && lines.some(({ id }) => id === messageId);
}

function readAnswer(
  { lines, lastUser }: Conversation,
  { remember }: TurnOptions,
): readonly Message[] {
  const { assistant = true } = remember || {};
  return assistant ? toMessages(lines.slice(lastUser + 1)) : [];
}

function keep(
  turn: Turn,
  answer: readonly Message[],
  scope: Scope,
  { options, background, order }: Keeping,
): Promise<void> {
  const { unheard } = turn;
  if (unheard === undefined) return Promise.resolve();
  turn.unheard = undefined;
  const messages = [...unheard, ...answer];
  if (messages.length === 0) return Promise.resolve();

  // Core processes the exchanges of one owner in the order of its calls, so that each is durable at once
  // and none waits here for the model of the one before.
  async function remember(): Promise<void> {
    const begun = await order.run(ownerKey(scope), async () =>
      (await mayKeep(messages))
        ? { adding: options.memory.add(messages, { ...scope, idempotencyKey: turn.key }) }
        : undefined,
    );
    const result = await begun?.adding;
    const { onRemember } = options;
    if (result && onRemember) callBack(() => onRemember(result, { scope }), reportCallback);
  }

  async function mayKeep(exchange: readonly Message[]): Promise<boolean> {
    const { shouldRemember } = options.remember || {};
    try {
      return (await shouldRemember?.(exchange)) ?? true;
    } catch (error) {
      // Whoever asks to be asked wants some things not to be kept.
      reportCallback(error);
      return false;
    }
  }

  function reportCallback(error: unknown): void {
    report(options.onError, error, { phase: "callback", scope });
  }

  const { promise: kept, resolve } = Promise.withResolvers<void>();
  background.run(scope, () => remember().finally(resolve));
  return kept;
}
