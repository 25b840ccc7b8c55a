import { casual } from "chrono-node/es";
import { SPANISH_CALENDAR } from "../../../text/dates/spanish.ts";
import type { Span } from "../../../text/dates/spans.ts";
import { createDateWriter, type DateWriter } from "../dates/write-out-dates.ts";

const { monthNames: MONTHS, seasonNames: SEASONS } = SPANISH_CALENDAR;

const writeOut = createDateWriter({
  ...SPANISH_CALENDAR,
  phrases: [
    "(?:el )?{weekday} de la {unit} {trailing}",
    String.raw`(?<!(?:por|de) la |cada |todas las |\bde )(?<!\bla ){day}(?: por la mañana| por la tarde| por la noche)?(?! a las? \d)`,
    "(?:el |la )?{unit} {trailing}",
    "(?:el |la )?{offset} {unit}",
    "(?:el |la )?{season} {trailing}",
    "(?:el |la )?{offset} {season}",
    "(?:el )?{weekday} {trailing}",
    "(?:el )?{offset} {weekday}",
    "(?:el )?{month} {trailing}",
    "(?<ago>hace) (?<vague>unos|unas|un par de|algunos|algunas|varios|varias) {unit}",
    "(?<ago>hace) {n} {unit}",
    "(?:dentro de|en) {n} {unit}",
    "(?<=este |el ){unit}",
    String.raw`(?<!\d de ){month} (?:de|del) {year}`,
    "{season} (?:de|del) {year}",
    String.raw`(?<=(?:^|\s)(?:en|desde|hasta|para|antes de|después de) ){month}(?! de \d)`,
    String.raw`(?<=(?:^|\s)(?:en|desde|hasta|para) )(?:el |la )?{season}`,
    String.raw`(?<=(?:^|\s)(?:en|hasta|antes de|después de) ){year}`,
    String.raw`(?<=(?:^|\s)(?:el|este|hasta el|antes del|para el) ){weekday}(?: por la mañana| por la tarde| por la noche)?(?! (?:a las?|\d))`,
  ],
  oneWeekLater: /^$/,
  bounds: [
    "antes del",
    "antes de",
    "después del",
    "después de",
    "desde el",
    "desde",
    "hasta el",
    "hasta",
    "para el",
    "para",
  ],
  leads: ["el", "en", "este", "la"],
  recurring:
    /(?:^|\s)(?:cada|todos los|todas las|siempre|normalmente|a menudo|a veces|suelo|suele|los (?:lunes|martes|miércoles|jueves|viernes|sábados|domingos|fines))(?=\s|$)/i,
  noDay:
    /(?:de|la|las|cada) mañanas?(?!\p{L})|(?:de|durante|por|cada) \d+ (?:días|semanas|meses|años)/giu,
  annual: /cumpleaños|aniversario/i,
  parse: (text, reference, options) => casual.parse(text, reference, options),
  dayParts: [
    [/por la mañana|esta mañana/i, "por la mañana"],
    [/tarde/i, "por la tarde"],
    [/noche/i, "por la noche"],
  ],
  say: (span, bound) => {
    if (!bound) return `${PREPOSITIONS[span.unit]}${sayBare(span)}`;
    const plain = bound.replace(/ el$/, "").replace(/ del$/, " de");
    return `${plain}${ARTICLES[span.unit]} ${sayBare(span).replace(/^la /, "")}`.replace(
      " de el ",
      " del ",
    );
  },
  sayEnd: (span) => `al ${sayBare(span)}`,
  sayTime: (hour, minute) => `a las ${hour}:${String(minute).padStart(2, "0")}`,
});

/** Behind a bound: "desde el 3 de mayo", "hasta mayo". */
const ARTICLES = {
  day: " el",
  week: " la",
  weekend: " el",
  month: "",
  season: "",
  year: "",
} as const;

const PREPOSITIONS = {
  day: "el ",
  week: "en ",
  weekend: "el ",
  month: "en ",
  season: "en ",
  year: "en ",
} as const;

function sayBare({ unit, start }: Span): string {
  const year = start.getUTCFullYear();
  const month = MONTHS[start.getUTCMonth()];
  const day = `${start.getUTCDate()} de ${month} de ${year}`;
  switch (unit) {
    case "day":
      return day;
    case "week":
      return `la semana del ${day}`;
    case "weekend":
      return `fin de semana del ${day}`;
    case "month":
      return `${month} de ${year}`;
    case "season":
      return `${SEASONS[Math.floor(start.getUTCMonth() / 3 - 2 / 3)]} de ${year}`;
    case "year":
      return `${year}`;
    default:
      return unit satisfies never;
  }
}

const YEAR_OF_MONTH = new RegExp(
  String.raw`(?<=(?:${[...MONTHS, ...SEASONS].join("|")})) (?:del año (pasado|que viene)|del (?:próximo año))(?!\p{L})`,
  "giu",
);

/** Writes out the dates of Spanish texts: "la semana pasada" as "en la semana del 9 de noviembre". */
export const writeOutSpanishDates: DateWriter = (statement, at, tense) => {
  const predicate = statement.predicate.replace(
    YEAR_OF_MONTH,
    (_, which?: string) => ` de ${at.getUTCFullYear() + (which === "pasado" ? -1 : 1)}`,
  );
  return writeOut({ ...statement, predicate }, at, tense);
};
