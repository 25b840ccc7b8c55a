import type { MemoryRecord } from "@palimpsest/core";
import type { Turn } from "../data/locomo-data.ts";

/** Something that was found, and the turns that it stands for, in the order in which they were said. */
export interface Spoken {
  score: number;
  turnIds: readonly string[];
}

/**
 * The turns that a memory stands for: where its quote is found in a turn of its exchanges, that one;
 * else all turns of its exchanges.
 */
export function toTurns(
  { quote, episodeIds }: Pick<MemoryRecord, "quote" | "episodeIds">,
  turnsOf: (episodeId: string) => readonly Turn[],
): string[] {
  const turns = episodeIds.flatMap(turnsOf);
  const quoted = quote === undefined ? [] : turns.filter((turn) => isSaidIn(turn, quote));
  return (quoted.length > 0 ? quoted : turns).map(({ id }) => id);
}

/** All turns of an exchange, for it is given whole; those that hold its excerpt in front. */
export function excerptFirst(turns: readonly Turn[], excerpt: string): string[] {
  const isOther = (turn: Turn) => Number(!isSaidIn(turn, excerpt));
  return turns.toSorted((a, b) => isOther(a) - isOther(b)).map(({ id }) => id);
}

/**
 * What was found as a ranking of turns, each once, with the best score that it came with: who finds an
 * exchange of two turns has filled two ranks.
 */
export function rankTurns(
  found: readonly Spoken[],
  limit: number,
): { id: string; score: number }[] {
  const scores = new Map<string, number>();
  for (const { turnIds, score } of found.toSorted((a, b) => b.score - a.score)) {
    for (const id of turnIds) if (!scores.has(id)) scores.set(id, score);
  }
  return Array.from(scores, ([id, score]) => ({ id, score })).slice(0, limit);
}

/** Quotes are compared as core does: without regard to case and white space. */
function isSaidIn({ text }: Turn, quote: string): boolean {
  return toPlain(text).includes(toPlain(quote));
}

function toPlain(text: string): string {
  return text.toLowerCase().replaceAll(/\s+/g, " ").trim();
}
