import type { ScopeSummary } from "@palimpsest/core";
import { useState } from "react";
import type { Owner, WireStore } from "../../wire.ts";
import { toAddress } from "../data/address.ts";
import { useAnswer } from "../data/use-answer.ts";
import { useList } from "../data/use-list.ts";
import { usePart } from "../data/use-part.ts";
import { More } from "../parts/more.tsx";
import { Empty, Warning } from "../parts/note.tsx";
import { OwnerName } from "../parts/owner-name.tsx";
import { QuarantinedParts } from "../parts/quarantined-parts.tsx";
import { StoreFacts } from "../parts/store-facts.tsx";
import { StoreFigures } from "../parts/store-figures.tsx";

/** Everybody of whom something is remembered, with a box to find one. */
export function Overview() {
  const [filter, setFilter] = useState("");
  const { value: store } = useAnswer<WireStore>("store", {});
  const list = useList<Owner>("owners", { filter });
  const { shown, more } = usePart(merge(list.items), 200);
  return (
    <>
      <h1>Whose memories</h1>
      <StoreFacts store={store} />
      {store !== undefined && store.quarantined > 0 && <QuarantinedParts />}
      <StoreFigures />
      <div className="bar">
        <label htmlFor="filter">Find a user, an agent or a session</label>
        <input
          id="filter"
          type="search"
          autoComplete="off"
          spellCheck={false}
          value={filter}
          onChange={({ target }) => setFilter(target.value)}
        />
      </div>
      <Warning message={list.message} />
      <ul className="owners" aria-label="Whose memories" aria-busy={list.isLoading}>
        {shown.map((owner) => (
          <OwnerRow key={JSON.stringify(owner.scope)} owner={owner} isOpen={filter !== ""} />
        ))}
      </ul>
      {list.isRead && list.items.length === 0 && (
        <Empty>{filter === "" ? "Nobody is remembered yet." : "Nobody is called like that."}</Empty>
      )}
      <More more={more ?? list.more} isReading={list.isLoading && list.isRead} />
    </>
  );
}

/** An owner, and below it the sessions and agents that are its own. */
function OwnerRow({ owner: { scope, parts }, isOpen }: { owner: Owner; isOpen: boolean }) {
  const sum = (name: "memories" | "episodes" | "unprocessed") =>
    parts.reduce((total, part) => total + part[name], 0);
  const others = parts.filter((part) => Object.keys(part.scope).length > 1);
  return (
    <li className="owner">
      <div className="owner-row">
        <a href={toAddress("memories", scope)}>
          <OwnerName ids={scope} />
        </a>
        <Amounts
          memories={sum("memories")}
          episodes={sum("episodes")}
          unprocessed={sum("unprocessed")}
        />
      </div>
      {others.length > 0 && (
        <details open={isOpen}>
          <summary>{count(others.length, "session or agent", "sessions and agents")}</summary>
          <Parts parts={others} />
        </details>
      )}
    </li>
  );
}

function Parts({ parts }: { parts: readonly ScopeSummary[] }) {
  const { shown, more } = usePart(parts, 50);
  return (
    <>
      <ul className="parts">
        {shown.map((part) => (
          <li key={JSON.stringify(part.scope)}>
            <a href={toAddress("memories", part.scope)}>
              <OwnerName ids={{ ...part.scope, userId: undefined }} />
            </a>
            <Amounts {...part} />
          </li>
        ))}
      </ul>
      <More more={more} />
    </>
  );
}

function Amounts({
  memories,
  episodes,
  unprocessed,
}: Pick<ScopeSummary, "memories" | "episodes" | "unprocessed">) {
  return (
    <p className="facts">
      <span>{count(memories, "memory", "memories")}</span>
      <span>{count(episodes, "exchange", "exchanges")}</span>
      {unprocessed > 0 && <span className="mark">{unprocessed} unprocessed</span>}
    </p>
  );
}

function count(number: number, one: string, many: string): string {
  return `${number.toLocaleString("en-GB")} ${number === 1 ? one : many}`;
}

/** Whose scopes went on from one page to the next is there once; users come first. */
function merge(owners: readonly Owner[]): Owner[] {
  const merged = new Map<string, Owner>();
  for (const { scope, parts } of owners) {
    const key = JSON.stringify(scope);
    merged.set(key, { scope, parts: [...(merged.get(key)?.parts ?? []), ...parts] });
  }
  return [...merged.values()].toSorted(
    (a, b) => Number(b.scope.userId !== undefined) - Number(a.scope.userId !== undefined),
  );
}
