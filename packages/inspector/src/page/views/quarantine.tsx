import type { WireMemory } from "../../wire.ts";
import type { Address } from "../data/address.ts";
import { useList } from "../data/use-list.ts";
import { MemoryCard } from "../parts/memory-card.tsx";
import { More } from "../parts/more.tsx";
import { Empty, Warning } from "../parts/note.tsx";

/** What was learned and is kept back until a person has looked at it. */
export function Quarantine({ ids }: Pick<Address, "ids">) {
  const list = useList<WireMemory>("quarantine", { ...ids });
  return (
    <>
      <p className="fine">
        What is kept back here is never found or said to a model, until a person lets it in with{" "}
        <code>restore</code> or drops it with <code>delete</code>.
      </p>
      <Warning message={list.message} />
      <ul className="cards" aria-label="Quarantined memories" aria-busy={list.isLoading}>
        {list.items.map((memory) => (
          <MemoryCard key={memory.id} memory={memory} />
        ))}
      </ul>
      {list.isRead && list.items.length === 0 && <Empty>Nothing is kept back.</Empty>}
      <More more={list.more} isReading={list.isLoading && list.isRead} />
    </>
  );
}
