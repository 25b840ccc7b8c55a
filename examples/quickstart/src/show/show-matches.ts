import type { MemoryMatch } from "@palimpsest/core";
import { paint } from "./style.ts";

/** Prints what was found, with its relevance. */
export function showMatches(matches: readonly MemoryMatch[]): void {
  if (matches.length === 0) console.log(paint("dim", "  nothing relevant"));
  for (const { score, memory } of matches) {
    console.log(`  ${paint("blue", score.toFixed(2))}  ${memory}`);
  }
}
