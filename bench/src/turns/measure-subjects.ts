import { startProgress } from "../report/progress.ts";
import { toTiming, type Timing } from "../report/timing.ts";
import { measureTurn, type Turn } from "./measure-turn.ts";
import type { Question, Subject } from "./subject.ts";

/** Turns before the first that counts: each subject loads its code and opens its connections then. */
const WARM_UP = 5;

/** What a subject showed. */
export interface SubjectFigures {
  name: string;
  firstToken: Timing;
  end: Timing;
  /** Tokens of the prompts on their way to the model, per turn, by the mean. */
  promptTokens: number;
}

/**
 * Lets all subjects answer the same questions. They take turns, so that what the machine does meets
 * all alike, and in another order each time: who is first finds nothing of that user in any cache, and
 * nobody always comes after the same other one. Each begins when nothing of the turn before is under
 * way any more.
 */
export async function measureSubjects(
  subjects: readonly Subject[],
  {
    turns: count,
    ask,
    takePromptTokens,
    signal,
  }: {
    turns: number;
    /** What is asked in a turn, made ready to be answered. */
    ask: (turn: number) => Question;
    /** The tokens of the prompts that reached the model since the last time. */
    takePromptTokens: () => number | Promise<number>;
    signal: AbortSignal;
  },
): Promise<SubjectFigures[]> {
  const turns = new Map<Subject, Turn[]>(subjects.map((subject) => [subject, []]));
  const tokens = new Map<Subject, number>(subjects.map((subject) => [subject, 0]));
  const progress = startProgress(count, "turns");
  try {
    for (let turn = -WARM_UP; turn < count; turn++) {
      for (const subject of inTurn(subjects, turn + WARM_UP)) {
        signal.throwIfAborted();
        const taken = await measureTurn(subject, ask(turn + WARM_UP));
        await subject.settle();
        const promptTokens = await takePromptTokens();
        if (turn < 0) continue;
        turns.get(subject)?.push(taken);
        tokens.set(subject, (tokens.get(subject) ?? 0) + promptTokens);
      }
      if (turn >= 0) progress.advance(1, "streaming answers");
    }
  } finally {
    progress.stop();
  }
  return subjects.map((subject) => {
    const all = turns.get(subject) ?? [];
    return {
      name: subject.name,
      firstToken: toTiming(all.map(({ firstTokenMs }) => firstTokenMs)),
      end: toTiming(all.map(({ endMs }) => endMs)),
      promptTokens: (tokens.get(subject) ?? 0) / count,
    };
  });
}

/** Everybody first in turn, forwards and, the next time round, backwards. */
function inTurn<ITEM>(items: readonly ITEM[], turn: number): ITEM[] {
  const first = turn % items.length;
  const rotated = [...items.slice(first), ...items.slice(0, first)];
  const isForwards = Math.floor(turn / items.length) % 2 === 0;
  return isForwards ? rotated : rotated.toReversed();
}
