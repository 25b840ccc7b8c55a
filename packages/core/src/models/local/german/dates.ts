import { casual } from "chrono-node/de";
import type { Span } from "../dates/spans.ts";
import { createDateWriter, type DateWriter } from "../dates/write-out-dates.ts";

const MONTHS = [
  "Januar",
  "Februar",
  "März",
  "April",
  "Mai",
  "Juni",
  "Juli",
  "August",
  "September",
  "Oktober",
  "November",
  "Dezember",
];
const SEASONS = ["Frühling", "Sommer", "Herbst", "Winter"];

const writeOut = createDateWriter({
  months: {
    ...Object.fromEntries(MONTHS.map((month, index) => [month.toLowerCase(), index])),
    jänner: 0,
  },
  seasons: { frühling: 0, frühjahr: 0, sommer: 1, herbst: 2, winter: 3 },
  weekdays: {
    sonntag: 0,
    montag: 1,
    dienstag: 2,
    mittwoch: 3,
    donnerstag: 4,
    freitag: 5,
    samstag: 6,
    sonnabend: 6,
  },
  units: {
    tag: "day",
    tage: "day",
    tagen: "day",
    woche: "week",
    wochen: "week",
    wochenende: "weekend",
    monat: "month",
    monate: "month",
    monaten: "month",
    jahr: "year",
    jahre: "year",
    jahren: "year",
  },
  offsets: Object.fromEntries(
    (
      [
        ["letzt", -1],
        ["vergangen", -1],
        ["vorig", -1],
        ["dies", 0],
        ["nächst", 1],
        ["kommend", 1],
      ] as const
    ).flatMap(([stem, offset]) => ["er", "en", "es", "em", "e"].map((end) => [stem + end, offset])),
  ),
  numbers: {
    einem: 1,
    einer: 1,
    ein: 1,
    zwei: 2,
    drei: 3,
    vier: 4,
    fünf: 5,
    sechs: 6,
    sieben: 7,
    acht: 8,
    neun: 9,
    zehn: 10,
    elf: 11,
    zwölf: 12,
  },
  days: {
    vorgestern: -2,
    gestern: -1,
    heute: 0,
    morgen: 1,
    übermorgen: 2,
  },
  phrases: [
    "{offset} (?<unit>jahr) im {month}",
    "{weekday} {offset} {unit}",
    "{offset} {unit} (?:am )?{weekday}",
    "(?<exact>heute|morgen) in {n} {unit}",
    "{day}(?: früh| morgen| vormittag| mittag| nachmittag| abend| nacht)?",
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
    /(?:\b(?:jede[nsrm]?|immer|oft|manchmal|meistens|normalerweise|üblicherweise|regelmäßig|montags|dienstags|mittwochs|donnerstags|freitags|samstags|sonntags)\b)/i,
  annual: /geburtstag|hochzeitstag|jahrestag/i,
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
