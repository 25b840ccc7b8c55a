import type { EventListener } from "@palimpsest/core";

/** Remembers what went wrong in a memory without any call failing. */
export interface FailureLog {
  /** To be given to the memory. */
  note: EventListener;
  /** How often each message came. */
  counts(): Record<string, number>;
}

export function createFailureLog(): FailureLog {
  const counts = new Map<string, number>();
  return {
    note(event) {
      if (event.type !== "background-failed" && event.type !== "postponed") return;
      const message = `${event.type}: ${String(event.error)}`;
      counts.set(message, (counts.get(message) ?? 0) + 1);
    },
    counts: () => Object.fromEntries(counts),
  };
}
