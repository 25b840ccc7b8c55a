import type { MemoryMatch } from "../record.ts";
import { renderMemories, type RenderOptions } from "../render/render-memories.ts";
import { takeWithin } from "../render/take-within.ts";

/** Memories that a search for a prompt asks for. */
export const MOST_MEMORIES = 20;

/** Tokens that a block takes at most, unless somebody says otherwise. */
export const DEFAULT_TOKEN_BUDGET = 700;

/**
 * Memories less relevant than this share of the best one are left out: on LoCoMo that keeps the
 * recall of a fixed ten (0.867 to 0.865), at 291 tokens.
 */
const LEAST_SHARE_OF_BEST = 0.45;

/** What goes into a prompt. */
export interface RenderedContext {
  /** The block between its fences; `""` when nothing is relevant. */
  block: string;
  /** The memories that stand in it, most relevant first. */
  memories: MemoryMatch[];
}

/**
 * The block for a prompt that says what was found, most relevant first, within a token budget.
 * Exchanges are a search's answer to what memories do not know, and get the room that those leave.
 */
export function renderContext(
  matches: readonly MemoryMatch[],
  { tokenBudget = DEFAULT_TOKEN_BUDGET, exchanges = [] }: RenderOptions = {},
): RenderedContext {
  const best = matches[0]?.score ?? 0;
  const relevant = matches.filter(({ score }) => score >= best * LEAST_SHARE_OF_BEST);
  const taken = takeWithin(relevant, exchanges, tokenBudget);
  return {
    block: renderMemories(taken.memories, { exchanges: taken.exchanges }),
    memories: taken.memories,
  };
}
