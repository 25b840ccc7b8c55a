import type { Message } from "@palimpsest/core";
import { askedAt } from "../data/asked-at.ts";
import type { Conversation, Turn } from "../data/locomo-data.ts";
import type { Question } from "../retrieval/subject.ts";

/** What a fact is stored with: the turns that it cites, the blocks of four around them, nothing. */
export const SOURCES = ["turn", "block", "none"] as const;
export type Source = (typeof SOURCES)[number];

/** A recorded observation, as it is stored. */
export interface RecordedFact {
  /** Unique over all conversations. */
  readonly id: string;
  readonly userId: string;
  readonly text: string;
  /** When its session began. */
  readonly at: Date;
  /** The words it came from; absent where nothing is cited or asked for. */
  readonly source?: readonly Message[];
}

/** A conversation as facts and questions, all of one user who bears its id. */
export interface RecordedConversation {
  readonly facts: readonly RecordedFact[];
  /** Those that at least one fact answers; relevant are the facts that share a turn with its evidence. */
  readonly questions: readonly Question[];
}

const BLOCK = 4;

/** The recorded facts of a conversation, and the questions that they can answer. */
export function toRecorded(conversation: Conversation, source: Source): RecordedConversation {
  const { id: userId, observations, sessions } = conversation;
  const recorded = observations.map((observation, index) => {
    const session = sessions.find(({ id }) => id === observation.sessionId);
    if (session === undefined) throw new RangeError(`There is no ${observation.sessionId}.`);
    const turns = pickTurns(session.turns, new Set(observation.evidence), source);
    const fact: RecordedFact = {
      id: `${userId}:${index}`,
      userId,
      text: observation.text,
      at: session.startedAt,
      ...(turns.length > 0 && {
        source: turns.map((turn) => toMessage(turn, observation.speaker)),
      }),
    };
    return { fact, evidence: observation.evidence };
  });
  const questions = conversation.questions.map(({ text, category, evidence }) => {
    const isEvidence = (turnId: string) => evidence.includes(turnId);
    const relevant = recorded.filter((one) => one.evidence.some(isEvidence));
    return {
      userId,
      text,
      category,
      askedAt: askedAt(conversation),
      relevant: new Set(relevant.map(({ fact }) => fact.id)),
    };
  });
  return {
    facts: recorded.map(({ fact }) => fact),
    questions: questions.filter(({ relevant }) => relevant.size > 0),
  };
}

function pickTurns(
  turns: readonly Turn[],
  cited: ReadonlySet<string>,
  source: Source,
): readonly Turn[] {
  if (source === "none") return [];
  if (source === "turn") return turns.filter(({ id }) => cited.has(id));
  const blocks = new Set(turns.flatMap(({ id }, index) => (cited.has(id) ? [blockOf(index)] : [])));
  return turns.filter((_, index) => blocks.has(blockOf(index)));
}

function blockOf(index: number): number {
  return Math.floor(index / BLOCK);
}

/** Whom the fact is about is the user. */
function toMessage({ speaker, text }: Turn, user: string): Message {
  return { role: speaker === user ? "user" : "assistant", name: speaker, content: text };
}
