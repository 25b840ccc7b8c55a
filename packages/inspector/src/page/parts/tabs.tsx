import { useEffect, useRef } from "react";
import type { Ids } from "../../wire.ts";
import { toAddress } from "../data/address.ts";

const VIEWS = {
  memories: "Memories",
  time: "Back in time",
  search: "Search",
  exchanges: "Exchanges",
  quarantine: "Quarantine",
  decisions: "Decisions",
  figures: "Figures",
  erase: "Erase",
} as const;

/** Everything that can be seen of an owner. */
export type OwnerView = keyof typeof VIEWS;

/** Whether a word of an address names such a view. */
export function isOwnerView(view: string): view is OwnerView {
  return Object.hasOwn(VIEWS, view);
}

/** Leads from one view of an owner to the others. */
export function Tabs({ view, ids }: { view: OwnerView; ids: Ids }) {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    const center = () => centerCurrent(list.current);
    center();
    addEventListener("resize", center);
    return () => removeEventListener("resize", center);
  }, [view]);
  return (
    <nav className="tabs" aria-label="Views">
      <ul ref={list}>
        {Object.entries(VIEWS).map(([name, title]) => (
          <li key={name}>
            <a href={toAddress(name, ids)} aria-current={name === view ? "page" : undefined}>
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** On a phone the views do not fit beside each other: the one that is shown is moved into the middle. */
function centerCurrent(list: HTMLElement | null): void {
  const current = list?.querySelector<HTMLElement>("[aria-current]");
  if (!list || !current) return;
  list.scrollTo({ left: current.offsetLeft - (list.clientWidth - current.clientWidth) / 2 });
}
