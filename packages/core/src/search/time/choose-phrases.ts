import { alternatives } from "../../text/alternatives.ts";
import type { CalendarWords } from "../../text/dates/calendar-words.ts";
import { compilePhrases } from "../../text/dates/compile-phrases.ts";
import type { TimeWords } from "./time-words.ts";

/**
 * A choice of the phrases of a language that a text may hold: those of which each slot that they need
 * has a word in it. Trying all phrases on a text takes five times as long.
 */
export function createPhraseChooser({ calendar, phrases }: TimeWords): (text: string) => RegExp[] {
  const slots = Object.entries(wordsBySlot(calendar)).map(
    ([slot, words]) => [slot, new RegExp(alternatives(Object.keys(words)), "iu")] as const,
  );
  const compiled = compilePhrases(calendar, phrases).map((expression, index) => ({
    expression,
    needs: slotsNeededBy(phrases[index] ?? ""),
  }));
  return (text) => {
    const absent = slots.flatMap(([slot, words]) => (words.test(text) ? [] : [slot]));
    return compiled.flatMap(({ expression, needs }) =>
      absent.some((slot) => needs.has(slot)) ? [] : [expression],
    );
  };
}

function wordsBySlot(calendar: CalendarWords): Record<string, Readonly<Record<string, unknown>>> {
  const { months, seasons, weekdays, units, offsets, trailingOffsets = {} } = calendar;
  const { thirds, feasts, decades, days } = calendar;
  return {
    month: months,
    season: seasons,
    weekday: weekdays,
    unit: units,
    offset: offsets,
    trailing: trailingOffsets,
    third: thirds,
    feast: feasts,
    decade: decades,
    day: days,
  };
}

const OPTIONAL = /\(\?:[^()]*\)\?/g;
const ALTERNATIVES = /\(\?:[^()]*\|[^()]*\)/g;

/** The slots of a phrase without which it matches nothing: those that stand in no choice. */
function slotsNeededBy(phrase: string): ReadonlySet<string> {
  const without = phrase.replace(OPTIONAL, "").replace(ALTERNATIVES, "");
  if (without !== phrase) return slotsNeededBy(without);
  return new Set(Array.from(phrase.matchAll(/\{(\w+)\}/g), ([, slot = ""]) => slot));
}
