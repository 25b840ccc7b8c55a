import type { Exchange } from "../locomo/data/to-exchanges.ts";
import type { SaidTurn } from "../locomo/data/to-said-turns.ts";

/** A question that has an answer to be compared with. */
export interface AnswerableQuestion {
  /** Unique in its data. */
  readonly id: string;
  readonly text: string;
  /** What kind of question it is, in the words of its data. */
  readonly category: string;
  readonly askedAt: Date;
  /** The answer that counts as correct. */
  readonly expected: string;
}

/** What was said before questions about it: in each form that one of the contexts is made of. */
export interface History {
  /** Unique in its data; whose store of raw turns it is. */
  readonly id: string;
  /** All of it, as it would stand in a prompt without a memory. */
  readonly text: string;
  /** In the order of time. */
  readonly turns: readonly SaidTurn[];
  /** Those who heard it, each with a memory of their own, and how it is fed to them. */
  readonly users: readonly {
    readonly userId: string;
    readonly exchanges: readonly Pick<Exchange, "sessionId" | "at" | "messages">[];
  }[];
  readonly questions: readonly AnswerableQuestion[];
}
