import { useState } from "react";
import type { WireReceipt, WireStore } from "../../wire.ts";
import type { Address } from "../data/address.ts";
import { forget } from "../data/call-api.ts";
import { showMoment } from "../data/show-time.ts";
import { useAction } from "../data/use-action.ts";
import { Empty, Warning } from "../parts/note.tsx";
import { Words } from "../text/words.tsx";

/** Erases everything of an owner, when its id is typed, and shows the receipt. */
export function Erase({ ids, store }: Pick<Address, "ids"> & { store: WireStore | undefined }) {
  const [typed, setTyped] = useState("");
  const [receipt, setReceipt] = useState<WireReceipt>();
  const erasure = useAction();
  const name = ids.sessionId ?? ids.agentId ?? ids.userId ?? "";
  if (receipt) return <Receipt receipt={receipt} />;
  if (store?.isWritable === false) {
    return (
      <Empty>
        Nothing can be changed from here. To erase, start the inspector with <code>--write</code>.
      </Empty>
    );
  }
  return (
    <form
      className="erase"
      onSubmit={(event) => {
        event.preventDefault();
        erasure.run(async () => setReceipt(await forget(ids, typed)));
      }}
    >
      <p>
        Everything that is kept under <Words text={name} /> is erased, from the files, too: memories
        with all of their history, exchanges, decisions and summaries. This cannot be undone.
        {ids.sessionId !== undefined && " What it taught about its user beyond it stays."}
      </p>
      <label>
        <span>
          Type <Words text={name} /> to confirm
        </span>
        <input
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
      </label>
      <Warning message={erasure.message} />
      <button type="submit" className="primary" disabled={typed !== name || erasure.isRunning}>
        {erasure.isRunning ? "Erasing…" : "Erase everything"}
      </button>
    </form>
  );
}

function Receipt({ receipt }: { receipt: WireReceipt }) {
  return (
    <section className="receipt" aria-labelledby="receipt">
      <h2 id="receipt" tabIndex={-1} ref={(heading) => heading?.focus()}>
        Erased
      </h2>
      <dl className="about">
        {Object.entries(receipt.erased).map(([name, count]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{count.toLocaleString("en-GB")}</dd>
          </div>
        ))}
        <div>
          <dt>finished</dt>
          <dd>{showMoment(receipt.finishedAt)}</dd>
        </div>
        <div>
          <dt>receipt</dt>
          <dd>
            <code>{receipt.id}</code>
          </dd>
        </div>
        <div>
          <dt>SHA-256 of the erased ids</dt>
          <dd>
            <code>{receipt.idsHash}</code>
          </dd>
        </div>
      </dl>
    </section>
  );
}
