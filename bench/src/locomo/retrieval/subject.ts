import type { Category } from "../data/locomo-data.ts";

/** Something that is asked, and what answers it. */
export interface Question {
  /** The conversation that it is about. */
  readonly userId: string;
  readonly text: string;
  readonly category: Category;
  /** When it is asked: after the last session of the conversation began. */
  readonly askedAt: Date;
  /** The ids of what is relevant: of facts or of turns, at least one. */
  readonly relevant: ReadonlySet<string>;
}

/** A fact or a turn that was found. */
export interface Found {
  id: string;
  /** Higher is more relevant; scales differ from subject to subject. */
  score: number;
}

/** Somebody who is asked. */
export interface Subject {
  readonly name: string;
  /** What is remembered of the question's conversation, most relevant first, each once. */
  search(question: Question, limit: number): Promise<Found[]>;
}
