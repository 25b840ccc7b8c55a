import { useMemo, useState } from "react";
import type { Past } from "../../wire.ts";
import type { Address } from "../data/address.ts";
import { holdAt, momentsOf } from "../data/hold-at.ts";
import { useAnswer } from "../data/use-answer.ts";
import { usePart } from "../data/use-part.ts";
import { CutNote } from "../parts/cut-note.tsx";
import { MemoryCard } from "../parts/memory-card.tsx";
import { MomentSlider } from "../parts/moment-slider.tsx";
import { More } from "../parts/more.tsx";
import { Empty, Warning } from "../parts/note.tsx";

const NONE: Past["versions"] = [];

/** What was true at a moment, and what was known at one. */
export function Time({ ids }: Pick<Address, "ids">) {
  const { value, message } = useAnswer<Past>("past", { ...ids });
  const [asOf, setAsOf] = useState<string>();
  const [knownAt, setKnownAt] = useState<string>();
  const versions = value?.versions ?? NONE;
  const trueMoments = useMemo(() => momentsOf(versions, ["validFrom", "validTo"]), [versions]);
  const knownMoments = useMemo(
    () => momentsOf(versions, ["recordedAt", "supersededAt"]),
    [versions],
  );
  const held = useMemo(() => holdAt(versions, { asOf, knownAt }), [versions, asOf, knownAt]);
  const { shown, more } = usePart(held, 100);
  if (value === undefined) return <Warning message={message} />;
  return (
    <>
      <CutNote isCut={value.isCut} />
      <div className="sliders">
        <MomentSlider label="True as of" moments={trueMoments} moment={asOf} onMoment={setAsOf} />
        <MomentSlider
          label="By what was known"
          moments={knownMoments}
          moment={knownAt}
          onMoment={setKnownAt}
        />
      </div>
      <p className="fine" role="status">
        {countHeld(held.length, asOf ?? knownAt)}
      </p>
      <ul className="cards" aria-label="Memories of that time">
        {shown.map((version) => (
          <MemoryCard key={`${version.id}/${version.slot}`} memory={toCard(version)} />
        ))}
      </ul>
      <More more={more} />
      {held.length === 0 && <Empty>Nothing is held true at that time.</Empty>}
    </>
  );
}

function countHeld(number: number, moment: string | undefined): string {
  const memories = number === 1 ? "1 memory" : `${number.toLocaleString("en-GB")} memories`;
  if (moment !== undefined) return `${memories} held then.`;
  return `${memories} ${number === 1 ? "holds" : "hold"} now.`;
}

/** It held then, whatever became of it. */
function toCard(version: Past["versions"][number]) {
  return { ...version, status: "current" } as const;
}
