import { join } from "node:path";
import type { Memory } from "@palimpsest/core";
import { openMemory } from "../locomo/open-memory.ts";
import { startProgress } from "../report/progress.ts";
import type { AnswerableQuestion, History } from "./history.ts";
import { openRawTurns } from "./raw-turns.ts";

/** What a reader may know: our memory's block, the best raw turns for as many tokens, or everything. */
export const CONTEXTS = ["Palimpsest", "plain hybrid", "full context"] as const;

export type ContextName = (typeof CONTEXTS)[number];

/** A question that is to be answered from a context. */
export interface Reading {
  readonly question: AnswerableQuestion;
  readonly context: ContextName;
  readonly text: string;
}

/**
 * The three contexts of every question, once the histories were fed to stores in `folder`, with the
 * local models.
 *
 * `budget` is in tokens; where several users heard a history, either may be meant, and each gets an
 * equal part of it.
 */
export async function makeContexts(
  histories: readonly History[],
  { folder, budget, signal }: { folder: string; budget: number; signal: AbortSignal },
): Promise<Reading[]> {
  await using memory = openMemory(join(folder, "memory"));
  await using rawTurns = openRawTurns(join(folder, "turns"), signal);
  const spoken = histories.map(({ turns, users }) => turns.length * (1 + users.length));
  const total = spoken.reduce((sum, size) => sum + size, 0);
  const progress = startProgress(total, "turns");
  try {
    for (const history of histories) {
      await rawTurns.listen(history, () => progress.advance(1, "stored raw"));
      await feed(memory, history, { signal, onFed: (turns) => progress.advance(turns, "heard") });
    }
  } finally {
    progress.stop();
  }

  const readings: Reading[] = [];
  for (const history of histories) {
    for (const question of history.questions) {
      const texts: Record<ContextName, string> = {
        Palimpsest: await recall(memory, history, { question, budget, signal }),
        "plain hybrid": await rawTurns.within(history, question, budget),
        "full context": history.text,
      };
      readings.push(...CONTEXTS.map((context) => ({ question, context, text: texts[context] })));
    }
  }
  return readings;
}

async function feed(
  memory: Memory,
  { users }: History,
  { signal, onFed }: { signal: AbortSignal; onFed: (turns: number) => void },
): Promise<void> {
  for (const { userId, exchanges } of users) {
    for (const { messages, at, sessionId } of exchanges) {
      await memory.add(messages, { userId, sessionId, at, signal });
      onFed(messages.length);
    }
  }
  await memory.idle();
}

async function recall(
  memory: Memory,
  { users }: History,
  {
    question,
    budget,
    signal,
  }: { question: AnswerableQuestion; budget: number; signal: AbortSignal },
): Promise<string> {
  const tokenBudget = Math.max(1, Math.floor(budget / users.length));
  const { text, askedAt: at } = question;
  const blocks = await Promise.all(
    users.map(async ({ userId }) => memory.context(text, { userId, at, tokenBudget, signal })),
  );
  return blocks.filter((block) => block !== "").join("\n\n");
}
