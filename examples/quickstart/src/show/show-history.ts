import type { MemoryVersion } from "@palimpsest/core";
import { day, paint, strike } from "./style.ts";

/** Prints every version of a memory: what is no longer true struck through, with both times. */
export function showHistory(versions: readonly MemoryVersion[]): void {
  for (const [index, version] of versions.entries()) {
    const { memory, status, validFrom, validTo, recordedAt, operation, reason } = version;
    console.log(`  ${status === "current" ? paint("green", memory) : strike(memory)}`);
    const until = validTo ? `until ${day(validTo)}` : "still true";
    console.log(
      paint("dim", `    true from ${day(validFrom)}, ${until}; known since ${day(recordedAt)}`),
    );
    const takesPlace = operation === "DELETE" && index > 0 && status !== "retracted";
    console.log(
      paint("dim", `    ${operation}${takesPlace ? " of the one above" : ""}: ${reason}`),
    );
  }
}
