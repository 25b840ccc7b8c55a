import { callBack, InvalidInputError, recall, report } from "@palimpsest/core/adapter";
import { type Conversation, toMessages, toQuery } from "../messages.ts";
import type { Joined } from "./join-turn.ts";
import type { RecallSettings, TurnOptions } from "./options.ts";

/**
 * The block for the prompt of a turn: looked up once, and the same in all its steps, so that what a
 * provider caches of the prompt stays cached. Never rejects.
 */
export async function recallTurn(
  joined: Joined,
  options: TurnOptions,
  signal: AbortSignal | undefined,
): Promise<string> {
  const { turn } = joined;
  turn.recalled ??= lookUp(joined, options, signal);
  const block = await turn.recalled;
  // A search that was broken off found nothing; whoever asks again is to have his memories.
  if (signal?.aborted) turn.recalled = undefined;
  return block;
}

async function lookUp(
  { scope, conversation }: Joined,
  { memory, recall: given, onRecall, onError }: TurnOptions,
  signal: AbortSignal | undefined,
): Promise<string> {
  const settings = given || {};
  const onFailure = (error: unknown) => report(onError, error, { phase: "callback", scope });
  const { tokenBudget, timeoutMs } = settings;
  const query = readQuery(conversation, settings, onFailure);
  const recalled = await recall(memory, query, { scope, tokenBudget, timeoutMs, signal, onError });
  if (onRecall && !signal?.aborted) callBack(() => onRecall({ scope, ...recalled }), onFailure);
  return recalled.block;
}

function readQuery(
  conversation: Conversation,
  { query }: RecallSettings,
  onFailure: (error: unknown) => void,
): string {
  if (!query) return toQuery(conversation);
  try {
    const text: unknown = query(toMessages(conversation.lines));
    if (typeof text === "string") return text;
    throw new InvalidInputError("recall.query must give a string.", {
      parameter: "recall.query",
      value: text,
    });
  } catch (error) {
    onFailure(error);
    return "";
  }
}
