import { BenchError } from "../bench-error.ts";

const BEGIN = "<!-- bench:begin -->";
const END = "<!-- bench:end -->";

/**
 * A document with `summary` in place of what stood between its two marks.
 *
 * @throws {BenchError} when it has no such marks.
 */
export function replaceSummary(document: string, summary: string): string {
  const [begin, end] = [document.indexOf(BEGIN), document.indexOf(END)];
  if (begin < 0 || end < begin) {
    throw new BenchError(`README.md must have a line ${BEGIN} and, below it, a line ${END}.`);
  }
  return `${document.slice(0, begin)}${BEGIN}\n\n${summary}\n\n${document.slice(end)}`;
}
