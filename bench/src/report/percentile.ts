/**
 * The value that `share` (0…1) of the values do not exceed, by nearest rank: always one of them.
 * `NaN` when there are none.
 */
export function percentile(values: readonly number[], share: number): number {
  const ascending = values.toSorted((a, b) => a - b);
  return ascending[Math.max(0, Math.ceil(share * ascending.length) - 1)] ?? Number.NaN;
}
