import type { Screen } from "./screen.ts";
import { spellLine } from "./spell-text.ts";

/** A column: its name, and the cell of a row, whose text may be anybody's. */
export interface Column<ROW> {
  name: string;
  cell: (row: ROW) => string | number;
  /** Numbers stand to the right. Default: left. */
  isNumber?: boolean;
}

/**
 * The lines of a table, its names first. The last column is as wide as its texts, so that long ones
 * break where the window ends and a search by line finds them whole.
 */
export function showTable<ROW>(
  rows: readonly ROW[],
  columns: readonly Column<ROW>[],
  { paint }: Screen,
): string[] {
  const cells = rows.map((row) => columns.map(({ cell }) => spellLine(String(cell(row)))));
  const names = columns.map(({ name }) => name);
  const widths = names.map((name, index) =>
    Math.max(...[name, ...cells.map((line) => line[index] ?? "")].map(({ length }) => length)),
  );
  const align = (line: readonly string[]) =>
    line
      .map((text, index) => {
        const width = widths[index] ?? 0;
        if (columns[index]?.isNumber) return text.padStart(width);
        return index === columns.length - 1 ? text : text.padEnd(width);
      })
      .join("  ");
  return [paint("dim", align(names)), ...cells.map(align)];
}
