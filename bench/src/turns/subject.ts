/** A question of a user. */
export interface Question {
  userId: string;
  question: string;
}

/** Somebody who answers turns. */
export interface Subject {
  readonly name: string;
  /** Streams an answer: the pieces of its text. Fails when the model does. */
  readonly answer: (question: Question) => AsyncIterable<string>;
  /** Resolves when nothing of its own is under way any more. */
  readonly settle: () => Promise<void>;
}
