const LONGEST_QUERY = 2_000;

/**
 * What to look for, of what the user said: of a text above 2,000 characters its beginning and its end,
 * where people say what they want. What they paste stands between.
 */
export function cutQuery(said: string): string {
  if (said.length <= LONGEST_QUERY) return said;
  const half = LONGEST_QUERY / 2;
  return `${said.slice(0, half)}\n${said.slice(-half)}`.toWellFormed();
}
