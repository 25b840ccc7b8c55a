import type { WireQuarantine } from "../../wire.ts";
import type { Address } from "../data/address.ts";
import { useAnswer } from "../data/use-answer.ts";
import { MemoryCard } from "../parts/memory-card.tsx";
import { Empty, Warning } from "../parts/note.tsx";

/** What was learned and set aside until somebody has looked at it. */
export function Quarantine({ ids }: Pick<Address, "ids">) {
  const { value, message } = useAnswer<WireQuarantine>("quarantine", { ...ids });
  if (value === undefined) return <Warning message={message} />;
  if (!value.isAvailable) {
    return <Empty>The installed version of @palimpsest/core sets nothing aside.</Empty>;
  }
  if (value.results.length === 0) return <Empty>Nothing is set aside.</Empty>;
  return (
    <>
      <p className="fine">
        None of this is found, or said to a model, until a person lets it in with{" "}
        <code>restore</code> or drops it with <code>delete</code>.
      </p>
      <ul className="cards" aria-label="Quarantined memories">
        {value.results.map((memory) => (
          <MemoryCard key={memory.id} memory={memory} />
        ))}
      </ul>
      {value.cursor !== undefined && (
        <p className="fine">The first {value.results.length} are shown.</p>
      )}
    </>
  );
}
