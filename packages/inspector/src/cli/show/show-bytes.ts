const UNITS = ["B", "kB", "MB", "GB", "TB"] as const;

/** A size as people read it: `1.2 MB`, of 1,000 kB. */
export function showBytes(bytes: number): string {
  const power = bytes < 1 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), UNITS.length - 1);
  const amount = bytes / 1_000 ** power;
  return `${power === 0 ? amount : amount.toFixed(1)} ${UNITS[power] ?? "B"}`;
}
