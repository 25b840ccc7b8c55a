/**
 * Base forms by the forms that no rule leads to them from. A table is groups divided by `|`, of a
 * base form and the others, divided by white space.
 */
export function readForms(table: string): ReadonlyMap<string, string> {
  const groups = table.split("|").map((group) => group.trim().split(/\s+/));
  return new Map(
    groups.flatMap(([base = "", ...others]) => others.map((other) => [other, base] as const)),
  );
}
