/** The cosine of a cosine distance as LanceDB reckons it, which rounding may take beyond -1 or 1. */
export function toCosine(distance: number): number {
  return Math.min(1, Math.max(-1, 1 - distance));
}
