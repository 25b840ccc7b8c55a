import type { WireStore } from "../wire.ts";
import type { Address } from "./data/address.ts";
import { nameOwner, OwnerName } from "./parts/owner-name.tsx";
import { type OwnerView, Tabs } from "./parts/tabs.tsx";
import { Decisions } from "./views/decisions.tsx";
import { Erase } from "./views/erase.tsx";
import { Exchanges } from "./views/exchanges.tsx";
import { Figures } from "./views/figures.tsx";
import { Memories } from "./views/memories.tsx";
import { Quarantine } from "./views/quarantine.tsx";
import { Search } from "./views/search.tsx";
import { Time } from "./views/time.tsx";

interface OwnerPageProps {
  address: Address;
  view: OwnerView;
  store: WireStore | undefined;
}

/** Everything of one user, agent or session, a view at a time. */
export function OwnerPage({ address: { ids, query }, view, store }: OwnerPageProps) {
  return (
    <>
      <h1>
        <OwnerName ids={ids} />
      </h1>
      <Tabs view={view} ids={ids} />
      <View key={`${view}/${nameOwner(ids)}`} {...{ ids, query, view, store }} />
    </>
  );
}

function View({
  view,
  ids,
  query,
  store,
}: Omit<OwnerPageProps, "address"> & Omit<Address, "view">) {
  switch (view) {
    case "memories":
      return <Memories ids={ids} query={query} />;
    case "time":
      return <Time ids={ids} />;
    case "search":
      return <Search ids={ids} query={query} store={store} />;
    case "exchanges":
      return <Exchanges ids={ids} query={query} />;
    case "quarantine":
      return <Quarantine ids={ids} store={store} />;
    case "decisions":
      return <Decisions ids={ids} query={query} />;
    case "figures":
      return <Figures ids={ids} />;
    case "erase":
      return <Erase ids={ids} store={store} />;
    default:
      return view satisfies never;
  }
}
