import type { MemoryKind } from "../../record.ts";

/** Somebody whose memory holds people, and what they have to do with each other. */
export interface Acquaintances {
  userId: string;
  /** By which verb the facts enter, in their order. */
  told: "add" | "put";
  facts: readonly ToldFact[];
  questions: readonly RelationQuestion[];
}

/** What `record_facts` says of a fact, or for `put` its text alone. */
export interface ToldFact {
  text: string;
  kind?: MemoryKind;
  subject?: string;
  attribute?: string;
  value?: string;
  cardinality?: "one" | "many";
  entities?: readonly string[];
  relations?: readonly (readonly [subject: string, predicate: string, object: string])[];
}

/** A question that no single memory answers: which one does is told by others. */
export interface RelationQuestion {
  ask: string;
  /** Words of the memory that answers. */
  answer: string;
  /** Words of a memory that answered once; it must not stand before the answer. */
  outdated?: string;
  /** How many relations lead to the answer. */
  hops: 2 | 3;
}
