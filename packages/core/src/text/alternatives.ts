/** Alternatives in a regular expression, longest first. */
export function alternatives(words: readonly string[]): string {
  return words.toSorted((a, b) => b.length - a.length).join("|");
}
