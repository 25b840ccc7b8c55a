import type { ExchangeMatch, MemoryRecord } from "../record.ts";
import { CLOSING, NOTE, OPENING, SAID } from "./fence.ts";
import { groupBySubject } from "./group-by-subject.ts";
import { takeWithin } from "./take-within.ts";
import { writeExchange, writeHeading, writeMemory } from "./write-line.ts";

/** What a block may hold beside memories, and how much. */
export interface RenderOptions {
  /** Most tokens that the block may take, by a careful estimate. Default: no limit. */
  tokenBudget?: number | undefined;
  /** Words from earlier conversations, most relevant first. Default: none. */
  exchanges?: readonly ExchangeMatch[] | undefined;
}

/**
 * The block that goes into a system prompt: one line per memory between an opening and a closing
 * fence, with its dates, and whose words it is unless they are the user's. Nothing to show is `""`.
 *
 * Memories about several subjects stand in groups, the user's first; what is true stands before what
 * is so no longer, and exchanges stand last, under a line that calls them verbatim. The same memories
 * give the same text, in whatever order they come.
 *
 * Takes memories in their order, then exchanges, until the next one would exceed `tokenBudget`. Their
 * texts are somebody's words: each is kept on its line and cannot close the fence or open a tag or a
 * role.
 */
export function renderMemories(
  memories: readonly MemoryRecord[],
  { tokenBudget = Number.POSITIVE_INFINITY, exchanges = [] }: RenderOptions = {},
): string {
  const taken = takeWithin(memories, exchanges, tokenBudget);
  const lines = [...writeGroups(taken.memories), ...writeExchanges(taken.exchanges)];
  return lines.length === 0 ? "" : [OPENING, NOTE, ...lines, CLOSING].join("\n");
}

/** The lines of memories; headings only where there is something to tell apart. */
function writeGroups(memories: readonly MemoryRecord[]): string[] {
  const groups = groupBySubject(memories);
  return groups.flatMap(([subject, members]) => {
    const lines = members.map(writeMemory);
    return subject === undefined || groups.length === 1 ? lines : [writeHeading(subject), ...lines];
  });
}

function writeExchanges(exchanges: readonly ExchangeMatch[]): string[] {
  if (exchanges.length === 0) return [];
  return [SAID, ...exchanges.toSorted(compareForReading).map(writeExchange)];
}

function compareForReading(a: ExchangeMatch, b: ExchangeMatch): number {
  return a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1);
}
