import type { MemoryRecord } from "@palimpsest/core";
import { showDay } from "./show-time.ts";

/** Since when a memory is true, and until when it was: `2024-05-01 – 2026-02-01`. */
export function showSpan({ validFrom, validTo }: MemoryRecord): string {
  return validTo === undefined ? showDay(validFrom) : `${showDay(validFrom)} – ${showDay(validTo)}`;
}
