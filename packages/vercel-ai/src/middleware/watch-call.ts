import type { MemoryMatch } from "@palimpsest/core";
import { report } from "@palimpsest/core/adapter";
import type { Attempt } from "./attempt.ts";
import type { GenerateResult, ProviderMetadata, StreamResult } from "./call-types.ts";
import { NAMESPACE } from "./memory-call.ts";
import { createStepReader, type StepReader } from "./read-step.ts";
import type { Keeping } from "./remember-turn.ts";
import { settleTurn } from "./settle-turn.ts";
import { tapStream } from "./tap-stream.ts";

/**
 * Runs a call of the model, and settles its turn by what comes of it. The model's errors pass as they
 * are.
 */
export async function watchGenerate(
  doGenerate: () => PromiseLike<GenerateResult>,
  attempt: Attempt,
  keeping: Keeping,
): Promise<GenerateResult> {
  const step = openStep(attempt, keeping);
  const result = await step.run(doGenerate);
  step.read((reader) => {
    const { content, finishReason, usage } = result;
    for (const part of content) reader.take(part);
    reader.take({ type: "finish", finishReason, usage });
  });
  step.settle();
  return withUsed(result, attempt.memories);
}

/**
 * The same for a call whose answer comes as a stream. The turn is settled before the part `finish` is
 * passed on: what comes behind is awaited by whoever reads the stream, and may never be read.
 */
export async function watchStream(
  doStream: () => PromiseLike<StreamResult>,
  attempt: Attempt,
  keeping: Keeping,
): Promise<StreamResult> {
  const step = openStep(attempt, keeping);
  const result = await step.run(doStream);
  const stream = tapStream(result.stream, {
    pass(part) {
      step.read((reader) => reader.take(part));
      if (part.type !== "finish") return part;
      step.settle();
      return withUsed(part, attempt.memories);
    },
    end: (how) => step.settle({ isCancelled: how === "cancelled" }),
  });
  return { ...result, stream };
}

/** The bookkeeping of a step: it never throws, and settles once. */
function openStep(attempt: Attempt, keeping: Keeping) {
  const reader = createStepReader();
  let isSettled = false;

  function guard(keepBooks: (reader: StepReader) => void): void {
    try {
      keepBooks(reader);
    } catch (error) {
      report(keeping.options.onError, error, { phase: "remember", scope: attempt.scope });
    }
  }

  function settle({ isCancelled } = { isCancelled: false }): void {
    if (isSettled) return;
    isSettled = true;
    // A stream that reported an error is cancelled to be tried again.
    const isStopped = attempt.signal?.aborted === true || (isCancelled && !reader.hasFailed());
    guard(() => settleTurn(attempt, reader.outcome({ isStopped }), keeping));
  }

  async function run<RESULT>(call: () => PromiseLike<RESULT>): Promise<RESULT> {
    try {
      return await call();
    } catch (error) {
      settle();
      throw error;
    }
  }

  return { run, read: guard, settle };
}

function withUsed<SOURCE extends { providerMetadata?: ProviderMetadata }>(
  source: SOURCE,
  memories: readonly MemoryMatch[] | undefined,
): SOURCE {
  if (!memories) return source;
  const used = { memories: memories.map(({ id, score }) => ({ id, score })) };
  return { ...source, providerMetadata: { ...source.providerMetadata, [NAMESPACE]: used } };
}
