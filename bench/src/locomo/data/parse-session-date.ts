const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

const FORM =
  /^(?<hour>\d{1,2}):(?<minute>\d{2}) (?<half>am|pm) on (?<day>\d{1,2}) (?<month>\p{L}+), (?<year>\d{4})$/u;

/**
 * The moment that LoCoMo writes like `1:56 pm on 8 May, 2023`. It names no time zone: taken as UTC.
 *
 * @throws {RangeError} for another form, and for a day or an hour that does not exist.
 */
export function parseSessionDate(text: string): Date {
  const { hour, minute, half, day, month = "", year } = FORM.exec(text)?.groups ?? {};
  const monthIndex = MONTHS.indexOf(month);
  // The day starts at 12 am, its second half at 12 pm.
  const hours = (Number(hour) % 12) + (half === "pm" ? 12 : 0);
  const date = new Date(Date.UTC(Number(year), monthIndex, Number(day), hours, Number(minute)));
  const exists =
    date.getUTCMonth() === monthIndex &&
    date.getUTCMinutes() === Number(minute) &&
    Number(hour) >= 1 &&
    Number(hour) <= 12;
  if (!exists) {
    throw new RangeError(`"${text}" is no date like "1:56 pm on 8 May, 2023".`);
  }
  return date;
}
