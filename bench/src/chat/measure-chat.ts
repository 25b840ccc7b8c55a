import type { OpenAIServer } from "@palimpsest/openai-server";
import { startProgress } from "../report/progress.ts";
import { countTokens } from "../report/count-tokens.ts";
import { toTiming, type Timing } from "../report/timing.ts";
import type { ChatSubject } from "./chat-subjects.ts";
import { measureTurn, type Question, type Turn } from "./measure-turn.ts";

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
 * all alike, and in another order each time: who is first finds nothing of that user in any cache. Each
 * begins when nothing of the turn before is under way any more.
 */
export async function measureChat(
  subjects: readonly ChatSubject[],
  {
    turns: count,
    ask,
    server,
    signal,
  }: {
    turns: number;
    /** What is asked in a turn, made ready to be answered. */
    ask: (turn: number) => Question;
    /** Where the model is. */
    server: OpenAIServer;
    signal: AbortSignal;
  },
): Promise<SubjectFigures[]> {
  const turns = new Map<ChatSubject, Turn[]>(subjects.map((subject) => [subject, []]));
  const tokens = new Map<ChatSubject, number>(subjects.map((subject) => [subject, 0]));
  const progress = startProgress(count, "turns");
  try {
    for (let turn = -WARM_UP; turn < count; turn++) {
      for (const subject of inTurn(subjects, turn + WARM_UP)) {
        signal.throwIfAborted();
        server.clear();
        const taken = await measureTurn(subject, ask(turn + WARM_UP));
        await subject.settle();
        if (turn < 0) continue;
        turns.get(subject)?.push(taken);
        tokens.set(subject, (tokens.get(subject) ?? 0) + promptTokens(server));
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

function inTurn<ITEM>(items: readonly ITEM[], turn: number): ITEM[] {
  const first = turn % items.length;
  return [...items.slice(first), ...items.slice(0, first)];
}

function promptTokens({ requests }: OpenAIServer): number {
  const messages = requests.flatMap(
    ({ body }) => (body as { messages: { content: string }[] }).messages,
  );
  return messages.reduce((total, { content }) => total + countTokens(content), 0);
}
