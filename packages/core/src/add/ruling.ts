import type { Vector, VersionRow } from "../ports/stored-rows.ts";
import type { Actor, Decision, Fact } from "../record.ts";

/** A decision, and what it does to the store: nothing, when it is a NOOP or a refusal. */
export interface Ruling {
  decision: Decision;
  /** The model that decided, when one did. */
  model?: string | undefined;
  effect?: Effect;
  /** The fact that was ruled on, to be judged again if the ruling comes too late. */
  about?: EmbeddedFact;
}

/** A fact that may be remembered, and its vector. */
export interface EmbeddedFact {
  fact: Fact;
  vector: Vector;
  /** Why it must not be recalled, when it must not: then no judge sees it. */
  harm?: string | undefined;
}

/**
 * What a decision does to the store.
 *
 * `start`: a memory of its own begins, in the lineage of that name or, without one, of its own id,
 * which nobody else can want. `continue`: the head of a lineage is closed, and the next
 * version takes its place: of the same memory, of a contradicting successor, or a retraction.
 */
export type Effect =
  | { type: "start"; next: Draft; lineage?: string | undefined }
  | {
      type: "continue";
      head: VersionRow;
      /** Until when the head was true. */
      validTo: Date;
      next: Draft;
    };

/** The content of a version to be written, without what the writing adds: keys, scope columns, decision. */
export interface Draft extends Pick<
  VersionRow,
  | "memoryId"
  | "version"
  | "text"
  | "kind"
  | "entities"
  | "metadata"
  | "pinned"
  | "validFrom"
  | "origin"
  | "episodeIds"
> {
  /** Absent when the text still has to be embedded. */
  vector?: Vector | undefined;
  status: VersionRow["status"];
  scope: Fact["scope"];
  subject?: string | undefined;
  attribute?: string | undefined;
  value?: string | undefined;
  cardinality?: "one" | "many" | undefined;
  relations?: VersionRow["relations"] | undefined;
  supersededBy?: string | undefined;
  expiresAt?: Date | undefined;
  validTo?: Date | undefined;
  quote?: string | undefined;
  importance?: number | undefined;
}

/** A ruling that leaves the store as it is. */
export function leaveAsIs(
  decision: Omit<Decision, "actor"> & { actor?: Actor },
  model?: string,
): Ruling {
  return { decision: { actor: "rule", ...decision }, model };
}
