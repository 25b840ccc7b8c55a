import type { MemoryKind } from "../../../record.ts";

/** A clause in the third person: "User" and "no longer lives in Berlin". */
export interface Statement {
  readonly subject: string;
  readonly predicate: string;
}

/** Whether a claim holds, does not hold, or held until now. */
export type Polarity = "affirmed" | "denied" | "ended";

/** What a statement says, taken apart. */
export interface Claim {
  /** `"user"`, or the name or description of somebody or something else. */
  readonly subject: string;
  readonly attribute: string;
  readonly value: string;
  readonly polarity: Polarity;
  /** Set where there is one value at a time, though the attribute may have many. */
  readonly cardinality?: "one";
  /** The sentence that says it and nothing else. */
  readonly text: string;
}

/** What claims about an attribute have in common. */
export interface Attribute {
  /** `one` when somebody has one value at a time. */
  readonly cardinality: "one" | "many";
  readonly kind: MemoryKind;
  /** 1…5 */
  readonly importance: number;
}
