import type { History } from "../../answers/history.ts";
import { askedAt } from "../data/asked-at.ts";
import type { Conversation } from "../data/locomo-data.ts";
import { renderHistory } from "../data/render-history.ts";
import { toExchanges } from "../data/to-exchanges.ts";
import { toSaidTurns } from "../data/to-said-turns.ts";
import { usersOf } from "../data/users.ts";

/** A conversation as a history that both of its speakers heard, with the questions that have an answer. */
export function toHistory(conversation: Conversation): History {
  const { id, sessions, questions } = conversation;
  return {
    id,
    text: renderHistory(conversation),
    turns: toSaidTurns(sessions),
    users: usersOf(conversation).map(({ userId, speaker }) => ({
      userId,
      exchanges: toExchanges(conversation, speaker),
    })),
    questions: questions.flatMap(({ answer, ...question }) =>
      answer === undefined
        ? []
        : [{ ...question, askedAt: askedAt(conversation), expected: answer }],
    ),
  };
}
