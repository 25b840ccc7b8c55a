import type { RecordedFact, RecordedQuestion } from "../to-recorded.ts";

/** A fact that was found. */
export interface Found {
  factId: string;
  /** Higher is more relevant; scales differ from subject to subject. */
  score: number;
}

/** Somebody who keeps facts and finds them again. */
export interface Subject extends AsyncDisposable {
  readonly name: string;
  put(fact: RecordedFact): Promise<void>;
  /** Facts of the question's user, most relevant first. */
  search(question: RecordedQuestion, limit: number): Promise<Found[]>;
}
