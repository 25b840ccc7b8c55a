/** `2026-03-01`, in UTC. */
export function showDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** `2026-03-01 18:30`, in UTC. */
export function showMinute(date: Date): string {
  return date.toISOString().slice(0, 16).replace("T", " ");
}
