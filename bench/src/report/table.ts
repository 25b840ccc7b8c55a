/**
 * Rows as a Markdown table that is aligned for terminals too: the first row is the head, the first
 * column stands left, the others right. Missing cells at the end of a row are empty.
 */
export function renderTable(rows: readonly (readonly string[])[]): string {
  const columns = Math.max(...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(3, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const lines = rows.map((row) =>
    toLine(widths.map((width, column) => pad(row[column] ?? "", width, column))),
  );
  const rule = widths.map((width, column) =>
    column === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`,
  );
  return [...lines.slice(0, 1), toLine(rule), ...lines.slice(1)].join("\n");
}

function pad(cell: string, width: number, column: number): string {
  return column === 0 ? cell.padEnd(width) : cell.padStart(width);
}

function toLine(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}
