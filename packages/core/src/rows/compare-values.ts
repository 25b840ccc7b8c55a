import { Buffer } from "node:buffer";
import type { Operand } from "./row-condition.ts";

/** Negative when `a` comes before `b`: texts by their UTF-8 bytes, as databases order them. */
export function compareValues(a: Operand, b: Operand): number {
  if (a === b) return 0;
  if (typeof a === "string" && typeof b === "string") {
    return Buffer.compare(Buffer.from(a), Buffer.from(b));
  }
  return Number(a) - Number(b);
}
