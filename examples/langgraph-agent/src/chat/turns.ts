import type { RunnableConfig } from "@langchain/core/runnables";
import { lastSaid, readMessages, readStanding } from "./read-standing.ts";
import type { Session } from "./session.ts";

/** A turn that came to its end: a moment to which one can go back. */
export interface Turn {
  said: string;
  answered: string;
  /** False for a turn that was left behind, by going back beyond it. */
  isOnPath: boolean;
  config: RunnableConfig;
}

/** Every finished turn of a conversation in the order of time, those that were left behind, too. */
export async function listTurns(session: Session): Promise<Turn[]> {
  const { opened, threadId } = session;
  const { messages: path } = await readStanding(session);
  const onPath = new Set(path.map(({ id }) => id));
  const turns: Turn[] = [];
  const thread = { configurable: { thread_id: threadId } };
  for await (const state of opened.agent.graph.getStateHistory(thread)) {
    const messages = readMessages(state);
    const last = messages.at(-1);
    // What went back wrote a copy of a checkpoint that is in the list already.
    const isTurn = state.next.length === 0 && state.metadata?.source !== "fork";
    if (!last || !isTurn) continue;
    turns.push({
      said: lastSaid(messages),
      answered: last.text,
      isOnPath: onPath.has(last.id),
      config: state.config,
    });
  }
  return turns.toReversed();
}

/**
 * Goes back to the end of a turn: its checkpoint is copied, and the copy is where the conversation goes
 * on, also for a process that is started later. Nothing is lost: the turns since then stay in the list.
 */
export async function goBackTo({ opened }: Session, turn: Turn): Promise<void> {
  await opened.agent.graph.updateState(turn.config, null, "__copy__");
}
