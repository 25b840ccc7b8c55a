import { createHash } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import type { Message } from "@palimpsest/core";
import { callBack, type Background, report } from "@palimpsest/core/adapter";
import type { Lessons } from "../forgetting/lessons.ts";
import type { LongTermOptions } from "../options.ts";
import type { Heard, Said } from "./read-messages.ts";
import type { Turn } from "./turn.ts";

/** What it takes to learn from a turn. */
export interface Learning {
  readonly options: LongTermOptions;
  readonly background: Background;
  readonly lessons: Lessons;
}

/**
 * Begins to learn from what was said in a turn; resolves when that is done. Never rejects: what fails
 * is reported. A turn in which nobody said anything teaches nothing.
 */
export function rememberTurn(
  { scope, threadId, begunAt }: Turn,
  { said, answer }: Heard,
  { options: { memory, onRemember, onError }, background, lessons }: Learning,
): Promise<void> {
  if (said.length === 0) return Promise.resolve();
  const lesson = lessons.open(threadId, begunAt);

  async function learn(): Promise<void> {
    // Mastra ends the stream first, which would otherwise come 2 ms later (core 1.71, 10,000 memories).
    await setImmediate();
    const { signal } = lesson;
    const idempotencyKey = turnKey(threadId, said);
    try {
      const result = await memory.add(toMessages(said, answer), {
        ...scope,
        idempotencyKey,
        signal,
      });
      if (onRemember) callBack(() => onRemember(result, { scope }), reportCallback);
    } catch (error) {
      // Its thread was deleted.
      if (!signal.aborted) throw error;
    }
  }

  function reportCallback(error: unknown): void {
    report(onError, error, { phase: "callback", scope });
  }

  const { promise: done, resolve } = Promise.withResolvers<void>();
  background.run(scope, () =>
    learn().finally(() => {
      lesson.close();
      resolve();
    }),
  );
  return done;
}

function toMessages(said: readonly Said[], answer: string): Message[] {
  const messages: Message[] = said.map(({ text }) => ({ role: "user", content: text }));
  return answer === "" ? messages : [...messages, { role: "assistant", content: answer }];
}

/**
 * The key under which core keeps a turn once: a client repeats a request, a run goes on in another
 * process, or is replayed. The ids of messages are the client's, who may edit one and send it again under its
 * id; therefore the words belong to the key. The answer does not: the facts are the person's.
 */
function turnKey(threadId: string, said: readonly Said[]): string {
  const turn = JSON.stringify([threadId, said.map(({ id, text }) => [id, text])]);
  return createHash("sha256").update(turn).digest("hex");
}
