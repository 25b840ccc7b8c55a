import type { ExchangeMatch, MemoryRecord } from "../record.ts";
import { estimateTokens } from "./estimate-tokens.ts";
import { CLOSING, NOTE, OPENING, SAID } from "./fence.ts";
import { subjectOf } from "./group-by-subject.ts";
import { writeExchange, writeHeading, writeMemory } from "./write-line.ts";

/** What goes into a block. */
export interface Taken<MEMORY extends MemoryRecord> {
  memories: MEMORY[];
  exchanges: ExchangeMatch[];
}

/**
 * The first memories, and then the first exchanges, of which a block takes at most so many tokens,
 * by a careful estimate. Exchanges come in where memories have left room, never in the place of one.
 */
export function takeWithin<MEMORY extends MemoryRecord>(
  memories: readonly MEMORY[],
  exchanges: readonly ExchangeMatch[],
  tokenBudget: number,
): Taken<MEMORY> {
  const headings = new Set<string>();
  let left = tokenBudget - costOf([OPENING, NOTE, CLOSING].join("\n"));

  return {
    memories: takeWhile(memories, (memory) => {
      const subject = subjectOf(memory);
      return fits(writeMemory(memory), subject === undefined ? undefined : writeHeading(subject));
    }),
    exchanges: takeWhile(exchanges, (exchange) => fits(writeExchange(exchange), SAID)),
  };

  /** A heading counts once, also one that will not be needed because all is about one subject. */
  function fits(line: string, heading: string | undefined): boolean {
    if (heading !== undefined && !headings.has(heading)) {
      headings.add(heading);
      left -= costOf(heading);
    }
    left -= costOf(line);
    return left >= 0;
  }
}

/** A line's tokens, and the one of its end. */
function costOf(line: string): number {
  return estimateTokens(line) + 1;
}

function takeWhile<ITEM>(items: readonly ITEM[], isTaken: (item: ITEM) => boolean): ITEM[] {
  const end = items.findIndex((item) => !isTaken(item));
  return items.slice(0, end === -1 ? items.length : end);
}
