import { casual } from "chrono-node/de";
import { GERMAN_CALENDAR } from "../../../text/dates/german.ts";
import type { Span } from "../../../text/dates/spans.ts";
import { createDateWriter, type DateWriter } from "../dates/write-out-dates.ts";

const { monthNames: MONTHS, seasonNames: SEASONS } = GERMAN_CALENDAR;

const writeOut = createDateWriter({
  ...GERMAN_CALENDAR,
  phrases: [
    "{offset} (?<unit>jahr) im {month}",
    "{weekday} {offset} {unit}",
    "{offset} {unit} (?:am )?{weekday}",
    "(?<exact>heute|morgen) in {n} {unit}",
    String.raw`(?<!\b(?:am|jeden|diesen|eines|guten|nächsten|gegen) ){day}(?: früh| morgen| vormittag| mittag| nachmittag| abend| nacht)?`,
    "(?:der |die |das |den )?{offset} {unit}",
    "(?:der |den )?{offset} {season}",
    "(?:der |den )?{offset} {month}",
    "(?:der |den )?{offset} {weekday}(?:morgen|abend|nachmittag)?",
    "(?<ago>vor) (?<vague>ein paar|einigen|mehreren) {unit}",
    "(?<ago>vor) {n} {unit}",
    "in {n} {unit}",
    "(?<=am |übers |über das |an dem ){unit}",
    String.raw`(?<!\d\. ?)(?:anfang |mitte |ende )?{month} {year}`,
    "{season} {year}",
    String.raw`(?<=(?:\b(?:im|ab|bis|seit|vor|nach|für|von) |ab dem |anfang |mitte |ende )){month}(?! (?:19|20)\d\d)`,
    String.raw`(?<=\b(?:im|ab|bis zum|bis|seit|für den) ){season}`,
    String.raw`(?<=^|\bin |\bab |\bbis |\bvon |\bnach |\b(?:hat|habe|ist|bin|war|wurde|wurden) ){year}`,
    String.raw`(?<=\b(?:am|bis|ab|bis zum|diesen) ){weekday}(?:morgen|vormittag|nachmittag|abend)?(?! (?:um|den|der))`,
  ],
  oneWeekLater: /in einer woche$/i,
  bounds: [
    "bis zum",
    "bis",
    "seit dem",
    "seit",
    "ab dem",
    "ab",
    "vor dem",
    "nach dem",
    "für den",
    "für",
    "vom",
    "von",
    "anfang",
    "mitte",
    "ende",
  ],
  leads: ["am", "im", "in", "an dem", "übers", "über das", "der", "den", "dem", "diesen"],
  recurring:
    /(?:(?<!\p{L})(?:jede[nsrm]?|immer|oft|manchmal|meistens|normalerweise|üblicherweise|regelmäßig|montags|dienstags|mittwochs|donnerstags|freitags|samstags|sonntags)\b)/iu,
  annual: /geburtstag|hochzeitstag|jahrestag/i,
  noDay: /(?<!\p{L})(?:am|jeden|diesen|eines|guten|nächsten|gegen) morgen(?!\p{L})/giu,
  parse: (text, reference, options) => casual.parse(text, reference, options),
  dayParts: [
    [/(?:tag|heute|gestern) ?(?:morgen|früh)|morgen früh|vormittag/i, "am Morgen"],
    [/nachmittag|mittag/i, "am Nachmittag"],
    [/abend/i, "am Abend"],
    [/nacht/i, "in der Nacht"],
  ],
  say: (span, bound) => {
    if (!bound) return `${PREPOSITIONS[span.unit]}${sayBare(span, "dem")}`;
    return `${bound} ${sayBare(span, /^(?:bis|für|für den)$/i.test(bound) ? "den" : "dem")}`;
  },
  sayEnd: (span) => `bis ${sayBare(span, "dem")}`,
  sayTime: (hour, minute) =>
    minute === 0 ? `um ${hour} Uhr` : `um ${hour}:${String(minute).padStart(2, "0")} Uhr`,
});

/** Writes out the dates of German texts: "letzte Woche" as "in der Woche vom 9. November 2026". */
export const writeOutGermanDates: DateWriter = ({ subject, predicate }, at, tense) => {
  // What "seit" counts from is past, whatever the verb says.
  const since = /(?<!\p{L})seit (?:dem |Anfang |Mitte |Ende )?\p{Lu}/u.test(predicate);
  const [, plain = predicate, age] = /^(wird .*\S) (\d{1,3})(?: Jahre alt)?$/.exec(predicate) ?? [];
  const dated = writeOut(
    { subject, predicate: plain.replace(NUMERIC, spellDate) },
    at,
    since ? "past" : tense,
  );
  const aged = age === undefined ? dated.predicate : `${dated.predicate} ${age} Jahre alt`;
  return { ...dated, predicate: aged.replace(BIRTHDAY, "$1 Geburtstag") };
};

/** "5.12." and "5.12.2026". */
const NUMERIC = /(?<![\d.,])(\d{1,2})\. ?(\d{1,2})\.(?!\d\d?(?!\d))(\d{4})?/g;
/** A birthday comes every year. */
const BIRTHDAY = /(?<=hat )(am \d{1,2}\. \p{L}+) \d{4} Geburtstag/u;

function spellDate(numeric: string, day: string, month: string, year: string | undefined): string {
  const name = MONTHS[Number(month) - 1];
  return name ? `${day}. ${name}${year ? ` ${year}` : ""}` : numeric;
}

const PREPOSITIONS = {
  day: "am ",
  week: "in ",
  weekend: "am ",
  month: "im ",
  season: "im ",
  year: "",
} as const;

function sayBare({ unit, start }: Span, grammaticalCase: "dem" | "den"): string {
  const year = start.getUTCFullYear();
  const month = MONTHS[start.getUTCMonth()];
  const day = `${start.getUTCDate()}. ${month} ${year}`;
  switch (unit) {
    case "day":
      return day;
    case "week":
      return `${grammaticalCase === "dem" ? "der" : "die"} Woche vom ${day}`;
    case "weekend":
      return `Wochenende vom ${day}`;
    case "month":
      return `${month} ${year}`;
    case "season":
      return `${SEASONS[Math.floor(start.getUTCMonth() / 3 - 2 / 3)]} ${year}`;
    case "year":
      return `${year}`;
    default:
      return unit satisfies never;
  }
}
