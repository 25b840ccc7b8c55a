/** Something that happens to a memory, on a day at six in the evening. */
export type Step = { readonly day: string } & (
  | { readonly say: string }
  | { readonly put: string; readonly at?: string }
  | { readonly put: string; readonly insteadOf: string }
  | { readonly update: string; readonly to: string }
  | { readonly delete: string }
);

/**
 * A question, and the memories that stand first in its answer, in any order among themselves.
 * `without` are memories that must not be in the answer at all.
 */
export interface Asked {
  readonly ask: string;
  readonly expect: readonly string[];
  readonly without?: readonly string[];
  readonly asOf?: string;
  readonly knownAt?: string;
}

/** A life in steps, and what is asked about it on a day. */
export interface Life {
  readonly name: string;
  readonly steps: readonly Step[];
  /** The day of asking, at noon. */
  readonly on: string;
  readonly questions: readonly Asked[];
}
