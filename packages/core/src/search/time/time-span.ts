/** A stretch of time: `from` ≤ t < `to`. A side that is absent is open. */
export interface TimeSpan {
  readonly from?: Date | undefined;
  readonly to?: Date | undefined;
}

/** Whether two stretches have a moment in common. */
export function overlap(a: TimeSpan, b: TimeSpan): boolean {
  return isBefore(a.from, b.to) && isBefore(b.from, a.to);
}

/** Whether a moment lies in a stretch. */
export function isWithin(moment: Date, { from, to }: TimeSpan): boolean {
  return (from === undefined || moment >= from) && (to === undefined || moment < to);
}

function isBefore(from: Date | undefined, to: Date | undefined): boolean {
  return from === undefined || to === undefined || from < to;
}
