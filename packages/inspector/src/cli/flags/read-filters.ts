import type { Filters } from "@palimpsest/core";
import { UsageError } from "../usage-error.ts";

/**
 * Filters from texts like `kind=preference`, all of which must hold.
 *
 * @throws {UsageError} when one has no name or no value.
 */
export function readFilters(texts: readonly string[] | undefined): Filters | undefined {
  if (texts === undefined) return undefined;
  return { AND: texts.map(readFilter) };
}

function readFilter(text: string): Filters {
  const [, name, value] = /^([^=]+)=(.+)$/s.exec(text) ?? [];
  if (name === undefined || value === undefined) {
    throw new UsageError(`--filter takes key=value, like kind=preference, not "${text}".`);
  }
  return { [name]: { in: [value, ...toValues(value)] } };
}

/** What the text may mean beside itself: a shell has no other types. */
function toValues(text: string): (number | boolean)[] {
  if (text === "true" || text === "false") return [text === "true"];
  return /^-?\d+(\.\d+)?$/.test(text) ? [Number(text)] : [];
}
