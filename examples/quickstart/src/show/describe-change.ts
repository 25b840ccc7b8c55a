import type { Change } from "@palimpsest/core";
import { strike } from "./style.ts";

/** What was written, in a line: a text that is gone is struck through, before the one in its place. */
export function describeChange({ event, memory, previousMemory, supersededBy }: Change): string {
  if (event === "ADD" || previousMemory === undefined) return memory;
  const isTakenBack = event === "DELETE" && supersededBy === undefined;
  return isTakenBack ? strike(memory) : `${strike(previousMemory)} → ${memory}`;
}
