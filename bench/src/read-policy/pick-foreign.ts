import { askedAt } from "../locomo/data/asked-at.ts";
import type { Conversation } from "../locomo/data/locomo-data.ts";
import { pickEvenly } from "../locomo/data/pick-evenly.ts";

/** A question about people of another conversation, asked in the scope of this one. */
export interface ForeignQuestion {
  readonly userId: string;
  readonly text: string;
  readonly askedAt: Date;
}

/** So many foreign questions in all, spread evenly over the conversations and what others ask. */
export function pickForeign(
  conversations: readonly Conversation[],
  count: number,
): ForeignQuestion[] {
  const each = Math.ceil(count / conversations.length);
  return conversations
    .flatMap((conversation) => {
      const others = conversations.filter(({ speakers }) =>
        speakers.every((speaker) => !conversation.speakers.includes(speaker)),
      );
      const texts = others.flatMap(({ questions }) => questions.map(({ text }) => text));
      return pickEvenly(texts, each).map((text) => ({
        userId: conversation.id,
        text,
        askedAt: askedAt(conversation),
      }));
    })
    .slice(0, count);
}
