/** The wait that a server asks for, in milliseconds: it says so in milliseconds, seconds, or as a date by its own clock. */
export function readRetryAfter(headers: Headers | undefined): number | undefined {
  const milliseconds = headers?.get("retry-after-ms");
  const after = headers?.get("retry-after");
  if (milliseconds) return toWait(Number(milliseconds));
  if (!after) return undefined;
  const seconds = Number(after);
  if (!Number.isNaN(seconds)) return toWait(seconds * 1_000);
  const now = Date.parse(headers?.get("date") ?? "") || Date.now();
  return toWait(Date.parse(after) - now);
}

function toWait(milliseconds: number): number | undefined {
  return Number.isFinite(milliseconds) ? Math.max(0, milliseconds) : undefined;
}
