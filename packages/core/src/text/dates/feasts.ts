import { addDays, startOfMonth } from "./spans.ts";

/** A feast that comes every year. */
export interface Feast {
  readonly startIn: (year: number) => Date;
  /** How many days people mean by it. */
  readonly days: number;
}

const SUNDAY = 0;
const THURSDAY = 4;

/** Feasts that people tell times by, those of Easter as the western churches keep them. */
export const FEASTS = {
  newYear: { startIn: (year) => dayOf(year - 1, 12, 31), days: 2 },
  newYearsDay: { startIn: (year) => dayOf(year, 1, 1), days: 1 },
  epiphany: { startIn: (year) => dayOf(year, 1, 5), days: 2 },
  valentine: { startIn: (year) => dayOf(year, 2, 14), days: 1 },
  easter: { startIn: (year) => addDays(easterSunday(year), -2), days: 4 },
  easterSunday: { startIn: easterSunday, days: 1 },
  holyWeek: { startIn: (year) => addDays(easterSunday(year), -7), days: 9 },
  pentecost: { startIn: (year) => addDays(easterSunday(year), 48), days: 3 },
  halloween: { startIn: (year) => dayOf(year, 10, 31), days: 1 },
  // As most English-speaking countries and Germany keep it; Spain a week before.
  mothersDay: { startIn: (year) => weekdayOf(year, 5, SUNDAY, 2), days: 1 },
  spanishMothersDay: { startIn: (year) => weekdayOf(year, 5, SUNDAY, 1), days: 1 },
  fathersDay: { startIn: (year) => weekdayOf(year, 6, SUNDAY, 3), days: 1 },
  ascension: { startIn: (year) => addDays(easterSunday(year), 39), days: 1 },
  thanksgiving: { startIn: (year) => weekdayOf(year, 11, THURSDAY, 4), days: 4 },
  christmasEve: { startIn: (year) => dayOf(year, 12, 24), days: 1 },
  christmasDay: { startIn: (year) => dayOf(year, 12, 25), days: 1 },
  christmas: { startIn: (year) => dayOf(year, 12, 24), days: 3 },
  holidays: { startIn: (year) => dayOf(year, 12, 24), days: 9 },
  newYearsEve: { startIn: (year) => dayOf(year, 12, 31), days: 1 },
} as const satisfies Readonly<Record<string, Feast>>;

function dayOf(year: number, month: number, date: number): Date {
  return addDays(startOfMonth(year, month - 1), date - 1);
}

/** The first, second … one of a day of the week in a month. */
function weekdayOf(year: number, month: number, weekday: number, which: number): Date {
  const first = dayOf(year, month, 1);
  return addDays(first, ((weekday - first.getUTCDay() + 7) % 7) + 7 * (which - 1));
}

/** By the algorithm of the Gregorian computus in Meeus, Astronomical Algorithms (1991), chapter 8. */
function easterSunday(year: number): Date {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const toSunday =
    (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const days = epact + toSunday - 7 * late + 114;
  return dayOf(year, Math.floor(days / 31), (days % 31) + 1);
}
