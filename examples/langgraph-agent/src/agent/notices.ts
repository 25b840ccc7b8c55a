import type { AddResult, Change, MemoryMatch } from "@palimpsest/core";
import type { AdapterFailure } from "@palimpsest/core/adapter";
import { strike } from "../show/style.ts";

/** What memory did, in lines for a person, kept until they can be shown. */
export interface Notices {
  recalled: (recalled: { memories: readonly MemoryMatch[] }) => void;
  learned: (result: AddResult) => void;
  failed: (error: unknown, failure: AdapterFailure) => void;
  /** The lines since the last time. */
  take: () => string[];
}

/**
 * Collects what memory does during a turn. Its callbacks are called while the answer is under way to
 * the screen: who printed from there would print into the middle of a sentence.
 */
export function createNotices(): Notices {
  const lines: string[] = [];
  return {
    recalled({ memories }) {
      for (const { memory } of memories) lines.push(`remembers: ${memory}`);
    },
    learned({ results, report }) {
      for (const change of results) lines.push(describe(change));
      if (report.error) lines.push(`not yet learned, will be tried again: ${report.error.message}`);
    },
    failed(error, { phase }) {
      lines.push(`memory failed (${phase}), the chat goes on: ${String(error)}`);
    },
    take: () => lines.splice(0),
  };
}

function describe({ event, memory, previousMemory, supersededBy }: Change): string {
  if (previousMemory === undefined) return `learned: ${memory}`;
  if (event === "DELETE" && supersededBy === undefined)
    return `took back: ${strike(previousMemory)}`;
  return `learned: ${strike(previousMemory)} → ${memory}`;
}
