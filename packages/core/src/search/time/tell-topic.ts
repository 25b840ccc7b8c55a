import { wordsOf } from "../../text/words-of.ts";
import type { TimeSpan } from "./time-span.ts";
import type { TimeWords } from "./time-words.ts";

/** Whether a question without its times asks for nothing in particular: "What did I do?" */
export function asksForAnything(text: string, languages: readonly TimeWords[]): boolean {
  const words = wordsOf(text);
  return languages.some(({ anything }) => words.every((word) => anything.has(word)));
}

/** Whether it does but for names: "What did Ann do?" */
export function asksForAnythingOf(text: string, languages: readonly TimeWords[]): boolean {
  return languages.some((words) => asksForAnything(text.replace(words.names, " "), [words]));
}

/** The names in a question that does not begin with one. */
export function namesIn(text: string, languages: readonly TimeWords[]): string {
  return [...new Set(languages.flatMap(({ names }) => text.match(names) ?? []))].join(" ");
}

/** A question without words that speak of time and say nothing of what is asked for. */
export function topicOf(question: string, languages: readonly TimeWords[]): string {
  return languages
    .reduce((words, { idle }) => words.replace(idle, " "), question)
    .replace(/\s+/g, " ")
    .trim();
}

/** Stretches in the words in which memories write their dates: "May 2026". Open sides say nothing. */
export function writeOutMonths(
  spans: readonly TimeSpan[],
  languages: readonly TimeWords[],
): string {
  const ends = spans.flatMap(({ from, to }) => [from, to && new Date(to.getTime() - 1)]);
  const months = ends.flatMap((end) =>
    end
      ? languages.map(
          ({ calendar }) => `${calendar.monthNames[end.getUTCMonth()]} ${end.getUTCFullYear()}`,
        )
      : [],
  );
  return [...new Set(months)].join(" ");
}
