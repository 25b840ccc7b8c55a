import type { Life } from "./life.ts";

/** What a question needs to be read for: each kind is counted on its own. */
export type Kind =
  | "dates"
  | "orderings"
  | "events"
  | "as-of"
  | "changes"
  | "durations"
  | "timeless";

/** A life with its questions sorted by kind. */
export type SortedLife = Omit<Life, "questions"> & {
  readonly questions: { readonly [kind in Kind]?: Life["questions"] };
};
