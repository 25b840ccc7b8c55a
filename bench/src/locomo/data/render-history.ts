import type { Conversation } from "./locomo-data.ts";

/** A whole conversation, as it would stand in a prompt without a memory: dates, names and turns. */
export function renderHistory({ sessions }: Pick<Conversation, "sessions">): string {
  return sessions
    .map(({ startedAt, turns }) =>
      [
        startedAt.toISOString().slice(0, "2023-05-08T13:56".length).replace("T", " "),
        ...turns.map(({ speaker, text }) => `${speaker}: ${text}`),
      ].join("\n"),
    )
    .join("\n\n");
}
