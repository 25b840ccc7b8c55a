import { useId } from "react";
import { showDay, showMoment } from "../data/show-time.ts";

interface MomentSliderProps {
  label: string;
  /** When something changed, oldest first. */
  moments: readonly string[];
  /** The moment that is shown; absent for now. */
  moment: string | undefined;
  onMoment: (moment: string | undefined) => void;
}

/** Goes back in time, change by change; its right end is now. */
export function MomentSlider({ label, moments, moment, onMoment }: MomentSliderProps) {
  const id = useId();
  const found = moment === undefined ? -1 : moments.indexOf(moment);
  const shown = found === -1 || moment === undefined ? "now" : showMoment(moment);
  return (
    <div className="moment-slider">
      <label htmlFor={id}>{label}</label>
      <output htmlFor={id}>{shown}</output>
      <input
        id={id}
        type="range"
        min={0}
        max={moments.length}
        step={1}
        value={found === -1 ? moments.length : found}
        aria-valuetext={shown}
        onChange={({ target }) => onMoment(moments[target.valueAsNumber])}
      />
      <p className="slider-ends" aria-hidden="true">
        <span>{moments[0] === undefined ? "" : showDay(moments[0])}</span>
        <span>now</span>
      </p>
    </div>
  );
}
