/** A year, and what may follow: month, day, time of day, and how far its zone is from UTC. */
const FORM =
  /^([+-]\d{6}|\d{4})(-\d\d)?(-\d\d)?(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?) ?(?:Z|([+-]\d\d):?(\d\d)?)?)?$/i;

/**
 * The moment that an ISO 8601 text names, like `2026-03-02` or `2026-03-02T10:00:00+01:00`; the first
 * one of a day, month or year. `undefined` for any other text.
 *
 * A time without a zone is one of UTC, as all days here are. `new Date` would read it as one of the
 * machine's zone, and "unknown 1" as the first of January 2001 (V8 of Node 24).
 */
export function readIsoTime(text: string): Date | undefined {
  const match = FORM.exec(text.trim());
  if (match === null) return undefined;
  const [, year, month = "-01", day = "-01", clock = "00:00", hours, minutes = "00"] = match;
  const zone = hours === undefined ? "Z" : `${hours}:${minutes}`;
  const time = new Date(`${year}${month}${day}T${clock}${zone}`);
  return Number.isNaN(time.getTime()) ? undefined : time;
}
