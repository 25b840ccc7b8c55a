import type { Statement } from "../claims/claim.ts";
import type { Tense } from "../../../text/dates/spans.ts";

/** A clause about the user or theirs, in the third person, its dates as they were said. */
export interface SpokenStatement {
  readonly statement: Statement;
  readonly tense: Tense;
  /**
   * The attribute under which a clause that no pattern knows is kept; `undefined` when it is not
   * worth it. A date may make it so.
   */
  readonly keepAs: (isDated: boolean, predicate: string) => string | undefined;
}

/** Everything that a sentence tells. */
export interface SentenceReading {
  readonly statements: readonly SpokenStatement[];
  /** Who is mentioned in passing: "for my son Leo". */
  readonly relatives: readonly Statement[];
  /** How the user wants to be answered: "wants the assistant not to use emojis". */
  readonly instructions: readonly string[];
}

/** Somebody or something other than the user that clauses are about. */
export interface Other {
  readonly subject: string;
  /** The pronouns that may stand for it later. */
  readonly pronouns: readonly string[];
}

/** Who was spoken of so far, the latest last. Readers add to it. */
export type Others = Other[];

export const NOTHING: SentenceReading = { statements: [], relatives: [], instructions: [] };
