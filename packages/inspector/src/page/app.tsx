import { useEffect, useRef } from "react";
import type { WireStore } from "../wire.ts";
import { type Address, toAddress, useAddress } from "./data/address.ts";
import { useAnswer } from "./data/use-answer.ts";
import { OwnerPage } from "./owner-page.tsx";
import { Warning } from "./parts/note.tsx";
import { nameOwner, OwnerName } from "./parts/owner-name.tsx";
import { isOwnerView } from "./parts/tabs.tsx";
import { spellUnseen } from "../mark-unseen.ts";
import { Words } from "./text/words.tsx";
import { Memory } from "./views/memory.tsx";
import { Overview } from "./views/overview.tsx";

/** The whole page. */
export function App() {
  const address = useAddress();
  const { value: store, message } = useAnswer<WireStore>("store", {});
  const main = useRef<HTMLElement>(null);
  const place = `${address.view}/${nameOwner(address.ids)}/${address.query["id"] ?? ""}`;
  const shown = useRef(place);

  useEffect(() => {
    const name = nameOwner(address.ids);
    document.title = spellUnseen(name === "" ? "Palimpsest inspector" : `${name} – Palimpsest`);
    // Who follows a link by the keyboard or by ear goes on from where the new view begins.
    if (shown.current !== place) main.current?.focus();
    shown.current = place;
  }, [address.ids, place]);

  return (
    <div className="page">
      <header className="site-header">
        <a className="wordmark" href="#/" data-ghost="Palimpsest">
          Palimpsest
        </a>
        {store && (
          <span className="place">
            <Words text={store.uri} />
          </span>
        )}
        {store?.isWritable === true && <span className="mark">can write</span>}
      </header>
      <main ref={main} tabIndex={-1}>
        <Crumbs address={address} />
        <Warning message={message} />
        <View address={address} store={store} />
      </main>
    </div>
  );
}

/** The way back, from the view that is shown to everybody. */
function Crumbs({ address: { view, ids } }: { address: Address }) {
  if (nameOwner(ids) === "") return null;
  const { userId } = ids;
  const isPart = userId !== undefined && Object.keys(ids).length > 1;
  return (
    <nav className="crumbs" aria-label="Where this is">
      <a href="#/">Everybody</a>
      {isPart && (
        <a href={toAddress("memories", { userId })}>
          <OwnerName ids={{ userId }} />
        </a>
      )}
      {view === "memory" && (
        <a href={toAddress("memories", ids)}>
          <OwnerName ids={ids} />
        </a>
      )}
    </nav>
  );
}

function View({ address, store }: { address: Address; store: WireStore | undefined }) {
  const { view, ids, query } = address;
  if (nameOwner(ids) === "") return <Overview />;
  if (view === "memory") return <Memory ids={ids} query={query} />;
  return <OwnerPage address={address} view={isOwnerView(view) ? view : "memories"} store={store} />;
}
