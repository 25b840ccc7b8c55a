import type { Feast } from "./feasts.ts";
import type { Unit } from "./spans.ts";

/** How a language names times. The keys are in lower case and are matched without regard to it. */
export interface CalendarWords {
  /** January first, as they are written out. */
  readonly monthNames: readonly string[];
  /** Spring first, as they are written out. */
  readonly seasonNames: readonly string[];
  readonly months: Readonly<Record<string, number>>;
  /** Counted from spring. */
  readonly seasons: Readonly<Record<string, number>>;
  /** Sunday is 0. */
  readonly weekdays: Readonly<Record<string, number>>;
  readonly units: Readonly<Record<string, Exclude<Unit, "season">>>;
  /** Last is -1, this is 0, next is 1. */
  readonly offsets: Readonly<Record<string, number>>;
  /** The same words where they follow, as in "la semana pasada" and "the week before last". */
  readonly trailingOffsets?: Readonly<Record<string, number>>;
  /** Thirds of a span: early is 0, late 2. */
  readonly thirds: Readonly<Record<string, number>>;
  readonly feasts: Readonly<Record<string, Feast>>;
  /** By their first year. */
  readonly decades: Readonly<Record<string, number>>;
  readonly numbers: Readonly<Record<string, number>>;
  /** Days by their distance from today. */
  readonly days: Readonly<Record<string, number>>;
}
