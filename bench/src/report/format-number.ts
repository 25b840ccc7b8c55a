/** A figure for people: thousands set apart, `digits` decimals; a dash for what was not measured. */
export function formatNumber(value: number, digits = 0): string {
  if (Number.isNaN(value)) return "–";
  return value.toLocaleString("en-US", {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}
