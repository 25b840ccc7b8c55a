import { showDay } from "../data/show-time.ts";
import type { Step } from "../../wire.ts";

const WIDTH = 1_000;
const HEIGHT = 100;

/** A number over time, that holds until it changes. The lines keep their width whatever the size. */
export function StepLine({ steps }: { steps: readonly Step[] }) {
  const [first, last] = [steps[0], steps.at(-1)];
  if (first === undefined || last === undefined) return null;
  const begin = Date.parse(first.at);
  // A moment more, so that the last step can be seen.
  const end = Math.max(Date.parse(last.at), begin + 1);
  const span = (end - begin) * 1.04;
  const most = Math.max(...steps.map(({ value }) => value), 1);
  const x = ({ at }: Step) => ((Date.parse(at) - begin) / span) * WIDTH;
  const y = ({ value }: Step) => HEIGHT - (value / most) * HEIGHT;
  const line = steps
    .map(
      (step, index) =>
        `${index === 0 ? "M" : "H"}${round(x(step))}${index === 0 ? "," : "V"}${round(y(step))}`,
    )
    .join("");
  return (
    <div className="chart" aria-hidden="true">
      <span className="chart-most">{most.toLocaleString("en-GB")}</span>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none">
        <path className="area" d={`${line}H${WIDTH}V${HEIGHT}H0Z`} />
        <path className="line" d={`${line}H${WIDTH}`} />
      </svg>
      <span className="chart-ends">
        <span>{showDay(first.at)}</span>
        <span>{showDay(last.at)}</span>
      </span>
    </div>
  );
}

function round(value: number): string {
  return value.toFixed(1);
}
