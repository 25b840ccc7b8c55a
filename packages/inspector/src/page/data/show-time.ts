const moment = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short" });
const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium" });

/** "21 Nov 2026, 19:05" */
export function showMoment(time: string): string {
  return moment.format(new Date(time));
}

/** "21 Nov 2026" */
export function showDay(time: string): string {
  return day.format(new Date(time));
}
