import { showDay, showMoment } from "../data/show-time.ts";

interface AsOfSliderProps {
  /** When something began or ceased to be true, oldest first. */
  moments: readonly string[];
  /** The moment that is shown; absent for now. */
  asOf: string | undefined;
  onAsOf: (asOf: string | undefined) => void;
}

/** Stops that can still be told apart on the line. */
const MOST_MARKS = 40;

/** Goes back in time, change by change; its right end is now. */
export function AsOfSlider({ moments, asOf, onAsOf }: AsOfSliderProps) {
  const position = asOf === undefined ? moments.length : moments.indexOf(asOf);
  const shown = asOf === undefined ? "now" : showMoment(asOf);
  return (
    <div className="as-of">
      <label htmlFor="as-of">As of</label>
      <output htmlFor="as-of">{shown}</output>
      <div className="as-of-line">
        {moments.length < MOST_MARKS && (
          <span className="as-of-marks" aria-hidden="true">
            {[...moments, "now"].map((moment) => (
              <i key={moment} />
            ))}
          </span>
        )}
        <input
          id="as-of"
          type="range"
          min={0}
          max={moments.length}
          step={1}
          value={position}
          aria-valuetext={shown}
          onChange={({ target }) => onAsOf(moments[target.valueAsNumber])}
        />
      </div>
      <p className="as-of-ends" aria-hidden="true">
        <span>{showDay(moments[0] ?? "")}</span>
        <span>now</span>
      </p>
    </div>
  );
}
