import type { WireStore } from "../../wire.ts";

/** What the memory is as a whole. Its place is taken before it is known, so that nothing moves. */
export function StoreFacts({ store }: { store: WireStore | undefined }) {
  return (
    <div className="store-facts">
      <dl className="tiles">
        {Object.entries(FACTS).map(([name, read]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{store ? read(store) : "–"}</dd>
          </div>
        ))}
      </dl>
      <p className="fine">
        Embedded by <code>{store?.embedder ?? "…"}</code>
        {store?.canSearch === false &&
          ", which is not here: everything can be looked at, and nothing searched"}
        .
      </p>
    </div>
  );
}

const FACTS = {
  "versions of memories": ({ rows }) => show(rows.memories),
  exchanges: ({ rows }) => show(rows.episodes),
  decisions: ({ rows }) => show(rows.decisions),
  waiting: ({ pending }) => show(pending),
  "given up": ({ dead }) => show(dead),
  "in quarantine": ({ quarantined }) => show(quarantined),
  "on disk": ({ tables }) =>
    showBytes(Object.values(tables).reduce((sum, { bytes }) => sum + bytes, 0)),
} satisfies Record<string, (store: WireStore) => string>;

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
