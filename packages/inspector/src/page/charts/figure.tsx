import { type ReactNode, useId } from "react";

interface FigureProps {
  title: string;
  /** What the picture shows, in words. */
  summary: string;
  columns: readonly string[];
  rows: readonly (readonly (string | number)[])[];
  children: ReactNode;
}

/** A picture of numbers, and the numbers themselves in a table for who cannot see it. */
export function Figure({ title, summary, columns, rows, children }: FigureProps) {
  const id = useId();
  return (
    <figure className="figure" aria-labelledby={id}>
      <figcaption id={id}>
        <strong>{title}</strong> <span>{summary}</span>
      </figcaption>
      {children}
      <details>
        <summary>As a table</summary>
        <div className="table-frame" tabIndex={0} role="region" aria-label={`${title}, as a table`}>
          <table>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(([name, ...values]) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  {values.map((value, index) => (
                    <td key={columns[index + 1]}>{value.toLocaleString("en-GB")}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  );
}
