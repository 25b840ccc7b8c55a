import type { Origin } from "../record.ts";

/** Least trusted first. */
const TRUST: readonly Origin[] = ["document", "tool", "assistant", "user", "person"];

/** The least trusted of these origins; of none the least of all. */
export function leastTrusted(origins: Iterable<Origin>): Origin {
  const given = new Set(origins);
  return TRUST.find((origin) => given.has(origin)) ?? "document";
}

/** People's own words outrank what a tool, a document or the assistant says about them. */
export function trustOf(origin: Origin): number {
  return origin === "user" || origin === "person" ? 2 : 1;
}

/** Whether anybody may have written the words: what a tool brings, and what a document says. */
export function isForeign(origin: Origin): boolean {
  return origin === "tool" || origin === "document";
}
