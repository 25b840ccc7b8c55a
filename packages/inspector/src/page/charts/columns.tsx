import type { Tokens } from "../../wire.ts";

const HEIGHT = 100;

/** Tokens by time: what was read below, what was written above it. */
export function Columns({ columns }: { columns: readonly Tokens[] }) {
  const most = Math.max(...columns.map(({ input, output }) => input + output), 1);
  return (
    <div className="chart" aria-hidden="true">
      <span className="chart-most">{most.toLocaleString("en-GB")}</span>
      <svg viewBox={`0 0 ${Math.max(columns.length, 8)} ${HEIGHT}`} preserveAspectRatio="none">
        {columns.map(({ name, input, output }, index) => {
          const [read, written] = [(input / most) * HEIGHT, (output / most) * HEIGHT];
          return (
            <g key={name}>
              <rect className="read" x={index + 0.1} width={0.8} y={HEIGHT - read} height={read} />
              <rect
                className="written"
                x={index + 0.1}
                width={0.8}
                y={HEIGHT - read - written}
                height={written}
              />
            </g>
          );
        })}
      </svg>
      <span className="chart-ends">
        <span>{columns[0]?.name}</span>
        <span>{columns.length > 1 && columns.at(-1)?.name}</span>
      </span>
      <span className="legend">
        <span className="legend-read">read</span>
        <span className="legend-written">written</span>
      </span>
    </div>
  );
}
