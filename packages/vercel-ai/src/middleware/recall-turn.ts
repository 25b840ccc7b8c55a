import type { Scope } from "@palimpsest/core";
import {
  callBack,
  InvalidInputError,
  recall,
  type RenderedContext,
  report,
} from "@palimpsest/core/adapter";
import type { CallParams } from "./call-types.ts";
import { type Conversation, toMessages, toQuery } from "./messages.ts";
import type { MemoryMiddlewareOptions, RecallSettings } from "./options.ts";
import type { Turn } from "./turns.ts";

/** Whom memories are looked up for, and when nobody waits for them any more. */
interface Question {
  readonly scope: Scope;
  readonly conversation: Conversation;
  readonly signal: CallParams["abortSignal"];
}

/**
 * What goes into the prompt of a turn: looked up once, and the same in all its steps, because a model
 * is shown what the application sent, not what a middleware added to the step before. Never rejects.
 */
export async function recallTurn(
  turn: Turn,
  question: Question,
  options: MemoryMiddlewareOptions,
): Promise<RenderedContext> {
  turn.recalled ??= lookUp(question, options);
  const recalled = await turn.recalled;
  // A search that was broken off found nothing; whoever asks again is to have his memories.
  if (question.signal?.aborted) turn.recalled = undefined;
  return recalled;
}

async function lookUp(
  { scope, conversation, signal }: Question,
  { memory, recall: given, onRecall, onError }: MemoryMiddlewareOptions,
): Promise<RenderedContext> {
  const settings: RecallSettings = given || {};
  const onFailure = (error: unknown) => report(onError, error, { phase: "callback", scope });
  const { tokenBudget, timeoutMs } = settings;
  const query = readQuery(conversation, settings, onFailure);
  const recalled = await recall(memory, query, { scope, tokenBudget, timeoutMs, signal, onError });
  if (onRecall && !signal?.aborted) callBack(() => onRecall({ scope, ...recalled }), onFailure);
  return recalled;
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
