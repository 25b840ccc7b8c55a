import type { Figures as OwnFigures, Part } from "../../wire.ts";
import { FiguresGrid } from "../charts/figures-grid.tsx";
import { type Address, toAddress } from "../data/address.ts";
import { useAnswer } from "../data/use-answer.ts";
import { usePart } from "../data/use-part.ts";
import { More } from "../parts/more.tsx";
import { Warning } from "../parts/note.tsx";
import { OwnerName } from "../parts/owner-name.tsx";

/** An owner in numbers. */
export function Figures({ ids }: Pick<Address, "ids">) {
  const { value, message } = useAnswer<OwnFigures>("figures", { ...ids });
  if (value === undefined) return <Warning message={message} />;
  return (
    <FiguresGrid figures={value}>
      <Parts parts={value.parts ?? []} />
    </FiguresGrid>
  );
}

/** The sessions and agents in which memories are, each of which can be looked at on its own. */
function Parts({ parts }: { parts: readonly Part[] }) {
  const { shown, more } = usePart(parts, 50);
  return (
    <section aria-labelledby="parts" className="figure">
      <h2 id="parts">Where they are</h2>
      <ul className="parts">
        {shown.map(({ ids, memories }) => (
          <li key={JSON.stringify(ids)}>
            <a href={toAddress("memories", ids)}>
              <OwnerName ids={ids} />
            </a>
            <span>{memories.toLocaleString("en-GB")}</span>
          </li>
        ))}
      </ul>
      <More more={more} />
    </section>
  );
}
