import { setImmediate } from "node:timers/promises";
import type { MastraDBMessage } from "@mastra/core/agent";
import type { Memory } from "@mastra/memory";
import { startProgress } from "../report/progress.ts";
import type { Filling } from "../scale/fill-store.ts";
import { memoriesOf, type StorePlan, usersOf } from "../scale/plan-store.ts";
import type { Corpus } from "../synthetic/corpus.ts";

/** Messages of a thread, which are saved together. */
const THREAD_MESSAGES = 20;

/** Fills Mastra's own memory, by its own calls, with messages that are the memories of a corpus. */
export async function fillMessages(
  memory: Memory,
  { corpus, plan, signal }: { corpus: Corpus; plan: StorePlan; signal: AbortSignal },
): Promise<Filling> {
  const progress = startProgress(plan.size, "messages");
  const startedAt = performance.now();
  try {
    for (const resourceId of usersOf(plan)) {
      const numbers = memoriesOf(resourceId, plan);
      for (let first = 0; first < numbers.length; first += THREAD_MESSAGES) {
        signal.throwIfAborted();
        const threadId = `${resourceId}-${first}`;
        const messages = numbers
          .slice(first, first + THREAD_MESSAGES)
          .map((number) => toMessage(corpus, number, { resourceId, threadId }));
        await memory.createThread({ resourceId, threadId });
        await memory.saveMessages({ messages });
        progress.advance(messages.length, "filling semantic recall");
        // LibSQL 0.5 computes inside the call: without a pause no timer and no Ctrl+C is ever seen.
        await setImmediate();
      }
    }
  } finally {
    progress.stop();
  }
  const seconds = (performance.now() - startedAt) / 1_000;
  return { seconds, memoriesPerSecond: plan.size / seconds };
}

function toMessage(
  corpus: Corpus,
  number: number,
  place: { resourceId: string; threadId: string },
): MastraDBMessage {
  const text = corpus.teach(number);
  const { episode } = corpus.rows(number, place.resourceId);
  return {
    ...place,
    id: corpus.idOf(number),
    role: "user",
    createdAt: episode.at,
    content: { format: 2, content: text, parts: [{ type: "text", text }] },
  };
}
