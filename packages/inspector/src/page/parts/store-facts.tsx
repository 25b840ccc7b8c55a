import type { WireStore } from "../../wire.ts";

/** What the memory is as a whole. */
export function StoreFacts({ store }: { store: WireStore }) {
  const { rows, tables, pending, dead, embedder, canSearch } = store;
  const bytes = Object.values(tables).reduce((sum, table) => sum + table.bytes, 0);
  const facts = {
    "versions of memories": show(rows.memories),
    exchanges: show(rows.episodes),
    decisions: show(rows.decisions),
    "on disk": showBytes(bytes),
    waiting: show(pending),
    "given up": show(dead),
  };
  return (
    <div className="store-facts">
      <dl className="tiles">
        {Object.entries(facts).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="fine">
        Embedded by <code>{embedder}</code>
        {!canSearch && ", which is not here: everything can be looked at, and nothing searched"}.
      </p>
    </div>
  );
}

function show(number: number): string {
  return number.toLocaleString("en-GB");
}

function showBytes(bytes: number): string {
  const units = ["B", "kB", "MB", "GB", "TB"];
  let value = bytes;
  let unit = 0;
  while (value >= 1_000 && unit < units.length - 1) {
    value /= 1_000;
    unit += 1;
  }
  return `${value.toFixed(unit > 0 && value < 10 ? 1 : 0)} ${units[unit] ?? ""}`;
}
