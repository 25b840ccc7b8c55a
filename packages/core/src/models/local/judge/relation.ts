/** What a fact does to a memory. */
export interface Relation {
  /**
   * `same`: the memory says it already, in the same or in more words. `refines`: the fact says it all
   * and more. `contradicts`: both cannot hold.
   */
  readonly type: "same" | "refines" | "contradicts";
  /** A better wording than the fact's own. */
  readonly text?: string;
  /** For people to read, in an audit. */
  readonly reason: string;
}
