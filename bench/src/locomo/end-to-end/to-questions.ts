import { askedAt } from "../data/asked-at.ts";
import type { Conversation } from "../data/locomo-data.ts";
import type { Question } from "../retrieval/subject.ts";

/** The questions of a conversation that have evidence; relevant are the turns of it. */
export function toQuestions(conversation: Conversation): Question[] {
  const { id: userId, questions } = conversation;
  return questions
    .filter(({ evidence }) => evidence.length > 0)
    .map(({ text, category, evidence }) => ({
      userId,
      text,
      category,
      askedAt: askedAt(conversation),
      relevant: new Set(evidence.map((turnId) => toTurnKey(userId, turnId))),
    }));
}

/** A turn's id among all conversations. */
export function toTurnKey(conversationId: string, turnId: string): string {
  return `${conversationId}:${turnId}`;
}
