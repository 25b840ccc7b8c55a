/** The day of a date, in UTC, as `2026-03-02`. */
export function toDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}
