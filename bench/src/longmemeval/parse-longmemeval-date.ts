const FORM = /^(\d{4})\/(\d{2})\/(\d{2})(?: \(\p{L}+\))? (\d{2}):(\d{2})$/u;

/**
 * The moment that LongMemEval writes like `2023/05/20 (Sat) 02:21`. It names no time zone: taken as UTC.
 *
 * @throws {RangeError} for another form, and for a day or an hour that does not exist.
 */
export function parseLongmemevalDate(text: string): Date {
  const [, year, month, day, hour, minute] = FORM.exec(text) ?? [];
  const written = `${year}-${month}-${day}T${hour}:${minute}`;
  const date = new Date(`${written}Z`);
  // 31 February would be read as 3 March.
  const exists = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(written);
  if (!exists) throw new RangeError(`"${text}" is no date like "2023/05/20 (Sat) 02:21".`);
  return date;
}
