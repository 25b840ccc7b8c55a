import type { Message } from "@palimpsest/core";
import { callBack, type Background, report } from "@palimpsest/core/adapter";
import type { Attempt } from "./attempt.ts";
import { findUnheard } from "./find-unheard.ts";
import { toMessages } from "./messages.ts";
import type { MemoryMiddlewareOptions } from "./options.ts";
import { hash } from "./turn-key.ts";
import type { Turns } from "./turns.ts";

/** What it takes to keep a turn. */
export interface Keeping {
  readonly options: MemoryMiddlewareOptions;
  readonly turns: Turns;
  readonly background: Background;
}

/**
 * Begins to keep what the user said in a turn, and in those before it that nobody answered, with the
 * answer, behind the chat. What was kept before is not kept again.
 */
export function rememberTurn(
  attempt: Attempt,
  answer: string,
  { options, turns, background }: Keeping,
): void {
  const { scope, turn, remembers, inContext } = attempt;
  if (!remembers) return;
  const isUnheard = turn.words === "unheard";
  if (isUnheard) turn.words = "kept";

  async function remember(): Promise<void> {
    const said = isUnheard ? toMessages(await findUnheard(attempt, turns)) : [];
    const messages = withAnswer(said, answer, options);
    if (messages.length === 0 || !(await mayKeep(messages))) return;
    const idempotencyKey = await exchangeKey(attempt, messages);
    const result = await options.memory.add(messages, { ...scope, idempotencyKey });
    const { onRemember } = options;
    if (onRemember) callBack(() => onRemember(result, { scope }), reportCallback);
  }

  async function mayKeep(messages: readonly Message[]): Promise<boolean> {
    const { shouldRemember } = options.remember || {};
    try {
      return (await shouldRemember?.(messages)) ?? true;
    } catch (error) {
      // Whoever asks to be asked wants some things not to be kept.
      reportCallback(error);
      return false;
    }
  }

  function reportCallback(error: unknown): void {
    report(options.onError, error, { phase: "callback", scope });
  }

  inContext(() => background.run(scope, remember));
}

function withAnswer(
  said: readonly Message[],
  answer: string,
  { remember }: MemoryMiddlewareOptions,
): readonly Message[] {
  const { assistant = true } = remember || {};
  return assistant && answer.trim() !== ""
    ? [...said, { role: "assistant", content: answer }]
    : said;
}

const HOUR_MS = 3_600_000;

/**
 * The key under which core keeps an exchange once.
 *
 * A turn may be told twice: a client repeats a request, or two processes get the same result of a tool.
 * So the key is made of what both of them see, the history and the exchange, and not of an id that each
 * would draw for itself. But the same words are not always the same turn: somebody says "hi" in two
 * chats, or moves back to Berlin and says so again. Core would take the key for a duplicate for ever;
 * therefore it holds for the hour, and counts the turns of one history that this process saw answered
 * or begun. Where that is too fine an exchange is kept twice, and core judges its facts as known; where
 * it were too coarse, something said would be lost.
 */
async function exchangeKey({ turn }: Attempt, messages: readonly Message[]): Promise<string> {
  return hash([turn.key, turn.repeat, messages, Math.floor(Date.now() / HOUR_MS)]);
}
