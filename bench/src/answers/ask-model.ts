import { setTimeout } from "node:timers/promises";
import {
  type LanguageModel,
  ModelCallError,
  ModelOutputError,
  type ModelRequest,
} from "@palimpsest/core";
import { z } from "zod";
import { BenchError } from "../bench-error.ts";

const TRIES = 5;
const FIRST_WAIT_MS = 1_000;

/** The tokens of a call, as the server counted them. */
export interface Usage {
  inputTokens: number;
  outputTokens: number;
}

/**
 * What a model calls the request's tool with, and what it took.
 *
 * Asks up to five times when the call may succeed later or the answer is not what the tool asks for;
 * waits as long as the server wants, else a second, then twice as long each time.
 *
 * @throws {BenchError} when no try succeeds.
 */
export async function askModel<ANSWER>(
  model: LanguageModel,
  request: ModelRequest & { signal: AbortSignal },
  schema: z.ZodType<ANSWER>,
): Promise<{ answer: ANSWER; usage: Usage }> {
  const { signal } = request;
  for (let tried = 1; ; tried++) {
    try {
      const { arguments: given, usage } = await model.generate(request);
      const answer = readArguments(given, schema);
      return { answer, usage: usage ?? { inputTokens: 0, outputTokens: 0 } };
    } catch (error) {
      signal.throwIfAborted();
      if (tried === TRIES || !maySucceedLater(error)) throw explain(error, model);
      const wanted = error instanceof ModelCallError ? error.retryAfterMs : 0;
      await wait(wanted ?? FIRST_WAIT_MS * 2 ** (tried - 1), signal);
    }
  }
}

function readArguments<ANSWER>(given: unknown, schema: z.ZodType<ANSWER>): ANSWER {
  const text = typeof given === "string" ? given : JSON.stringify(given ?? null);
  try {
    return schema.parse(JSON.parse(text));
  } catch (cause) {
    throw new ModelOutputError("The model's answer is not what the tool asks for.", {
      text,
      cause,
    });
  }
}

function maySucceedLater(error: unknown): boolean {
  if (error instanceof ModelOutputError) return true;
  return error instanceof ModelCallError && error.retryable;
}

function explain(error: unknown, { id }: LanguageModel): unknown {
  if (!(error instanceof ModelCallError || error instanceof ModelOutputError)) return error;
  return new BenchError(
    `${id}: ${error.message}\nWhat was judged so far is kept: the same command goes on from there.`,
    { cause: error },
  );
}

async function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  try {
    await setTimeout(milliseconds, undefined, { signal });
  } catch (error) {
    // The timer rejects with an error of its own, everybody else with the signal's reason.
    signal.throwIfAborted();
    throw error;
  }
}
