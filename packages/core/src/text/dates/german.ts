import type { CalendarWords } from "./calendar-words.ts";
import { decadesBy } from "./decades.ts";
import { FEASTS } from "./feasts.ts";

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
const TENS: Readonly<Record<number, string>> = {
  1930: "dreißiger",
  1940: "vierziger",
  1950: "fünfziger",
  1960: "sechziger",
  1970: "siebziger",
  1980: "achtziger",
  1990: "neunziger",
};

const WEEKDAYS: Readonly<Record<string, number>> = {
  sonntag: 0,
  montag: 1,
  dienstag: 2,
  mittwoch: 3,
  donnerstag: 4,
  freitag: 5,
  samstag: 6,
  sonnabend: 6,
};
/** "Am Freitagabend" is written as one word. */
const PARTS_OF_DAY = ["morgen", "vormittag", "mittag", "nachmittag", "abend", "nacht"];

/** How German names times. */
export const GERMAN_CALENDAR: CalendarWords = {
  monthNames: MONTHS,
  seasonNames: SEASONS,
  months: {
    ...Object.fromEntries(MONTHS.map((month, index) => [month.toLowerCase(), index])),
    jänner: 0,
  },
  seasons: { frühling: 0, frühjahr: 0, sommer: 1, herbst: 2, winter: 3 },
  weekdays: {
    ...WEEKDAYS,
    ...Object.fromEntries(
      PARTS_OF_DAY.flatMap((part) =>
        Object.entries(WEEKDAYS).map(([weekday, place]) => [weekday + part, place]),
      ),
    ),
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
    monats: "month",
    jahr: "year",
    jahre: "year",
    jahres: "year",
    jahren: "year",
  },
  offsets: Object.fromEntries(
    (
      [
        ["vorletzt", -2],
        ["letzt", -1],
        ["vergangen", -1],
        ["vorig", -1],
        ["dies", 0],
        ["nächst", 1],
        ["kommend", 1],
        ["übernächst", 2],
      ] as const
    ).flatMap(([stem, offset]) => ["er", "en", "es", "em", "e"].map((end) => [stem + end, offset])),
  ),
  thirds: { anfang: 0, mitte: 1, ende: 2 },
  feasts: {
    weihnachten: FEASTS.christmas,
    heiligabend: FEASTS.christmasEve,
    silvester: FEASTS.newYearsEve,
    neujahr: FEASTS.newYear,
    ostern: FEASTS.easter,
    pfingsten: FEASTS.pentecost,
    valentinstag: FEASTS.valentine,
    muttertag: FEASTS.mothersDay,
    vatertag: FEASTS.ascension,
    himmelfahrt: FEASTS.ascension,
    halloween: FEASTS.halloween,
  },
  decades: decadesBy((year) => {
    const short = TENS[year] ? [`${year % 100}er`, TENS[year]] : [];
    return [`${year}er`, ...short].flatMap((name) => [name, `${name}n`]);
  }),
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
};
