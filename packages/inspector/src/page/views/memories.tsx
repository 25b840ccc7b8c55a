import type { WireMemory } from "../../wire.ts";
import { type Address, replaceAddress, toAddress } from "../data/address.ts";
import { useList } from "../data/use-list.ts";
import { MemoryCard } from "../parts/memory-card.tsx";
import { More } from "../parts/more.tsx";
import { Empty, Warning } from "../parts/note.tsx";

const KINDS = ["fact", "preference", "event", "instruction", "insight"];
const ORIGINS = ["user", "assistant", "tool", "document", "person"];

/** What is remembered now, with filters that stand in the address. */
export function Memories({ ids, query }: Pick<Address, "ids" | "query">) {
  const { kind, origin, subject, contains, pinned, past } = query;
  const filters = { kind, origin, subject, contains, pinned, past };
  const list = useList<WireMemory>("memories", { ...ids, ...filters });
  const set = (name: keyof typeof filters, value: string) =>
    replaceAddress(toAddress("memories", ids, { ...filters, [name]: value }));
  const isFiltered = Object.values(filters).some((value) => value !== undefined);

  return (
    <>
      <form className="filters" role="search" onSubmit={(event) => event.preventDefault()}>
        <Choice
          label="Kind"
          value={kind}
          options={KINDS}
          onChange={(value) => set("kind", value)}
        />
        <Choice
          label="From"
          value={origin}
          options={ORIGINS}
          onChange={(value) => set("origin", value)}
        />
        <Field label="About" value={subject} onChange={(value) => set("subject", value)} />
        <Field label="Contains" value={contains} onChange={(value) => set("contains", value)} />
        <Check label="Pinned" value={pinned} onChange={(value) => set("pinned", value)} />
        <Check label="Past ones too" value={past} onChange={(value) => set("past", value)} />
      </form>
      <Warning message={list.message} />
      <ul className="cards" aria-label="Memories" aria-busy={list.isLoading}>
        {list.items.map((memory) => (
          <MemoryCard key={memory.id} memory={memory} />
        ))}
      </ul>
      {list.isRead && list.items.length === 0 && (
        <Empty>{isFiltered ? "No memory is like that." : "Nothing is remembered now."}</Empty>
      )}
      <More more={list.more} isReading={list.isLoading && list.isRead} />
    </>
  );
}

interface FilterProps {
  label: string;
  value: string | undefined;
  onChange: (value: string) => void;
}

function Choice({ label, value, options, onChange }: FilterProps & { options: readonly string[] }) {
  return (
    <label>
      <span>{label}</span>
      <select value={value ?? ""} onChange={({ target }) => onChange(target.value)}>
        <option value="">all</option>
        {options.map((option) => (
          <option key={option}>{option}</option>
        ))}
      </select>
    </label>
  );
}

function Field({ label, value, onChange }: FilterProps) {
  return (
    <label>
      <span>{label}</span>
      <input
        type="search"
        autoComplete="off"
        value={value ?? ""}
        onChange={({ target }) => onChange(target.value)}
      />
    </label>
  );
}

function Check({ label, value, onChange }: FilterProps) {
  return (
    <label className="check">
      <input
        type="checkbox"
        checked={value === "true"}
        onChange={({ target }) => onChange(target.checked ? "true" : "")}
      />
      <span>{label}</span>
    </label>
  );
}
