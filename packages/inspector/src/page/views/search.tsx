import { useState } from "react";
import type { WireExchangeMatch, WireMatch, WireStore } from "../../wire.ts";
import { type Address, replaceAddress, toAddress } from "../data/address.ts";
import { showMoment } from "../data/show-time.ts";
import { useAnswer } from "../data/use-answer.ts";
import { MemoryCard } from "../parts/memory-card.tsx";
import { Empty, Warning } from "../parts/note.tsx";
import { Words } from "../text/words.tsx";

interface Found {
  results: WireMatch[];
  exchanges?: WireExchangeMatch[];
}

/** What a query finds, and what speaks for each. */
export function Search({
  ids,
  query: { query = "" },
  store,
}: Pick<Address, "ids" | "query"> & { store: WireStore | undefined }) {
  const [text, setText] = useState(query);
  const [attempt, setAttempt] = useState(1);
  const { value, isLoading, message } = useAnswer<Found>(
    "search",
    query === "" ? undefined : { ...ids, query },
    attempt,
  );
  if (store?.canSearch === false) {
    return (
      <Empty>
        These memories were embedded by {store.embedder}, which is not here. For one of OpenAI’s,
        set OPENAI_API_KEY and start the inspector again.
      </Empty>
    );
  }
  return (
    <>
      <form
        className="bar"
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          replaceAddress(toAddress("search", ids, { query: text.trim() }));
          // The same words are looked up again, too: the last time may have failed.
          setAttempt(attempt + 1);
        }}
      >
        <label htmlFor="query">Ask as your application would</label>
        <input
          id="query"
          type="search"
          autoComplete="off"
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        <button type="submit" className="primary" disabled={text.trim() === ""}>
          Search
        </button>
      </form>
      <Warning message={message} />
      <p className="fine" role="status">
        {value && !isLoading && countFound(value.results.length)}
      </p>
      {value && (
        <ol className="cards" aria-label="Found memories" aria-busy={isLoading}>
          {value.results.map((match) => (
            <MemoryCard key={match.id} memory={match}>
              <Signals match={match} />
            </MemoryCard>
          ))}
        </ol>
      )}
      {value?.results.length === 0 && <Empty>No memory is relevant to that.</Empty>}
      {value?.exchanges && <Exchanges exchanges={value.exchanges} />}
    </>
  );
}

function countFound(number: number): string {
  return `${number.toLocaleString("en-GB")} ${number === 1 ? "memory" : "memories"} found.`;
}

/** The score, 0…1, and the signals that made it, of which some may pass 1: their bars are full. */
function Signals({ match: { score, signals = {} } }: { match: WireMatch }) {
  return (
    <dl className="signals">
      {Object.entries({ score, ...signals }).map(([name, value]) => (
        <div key={name} className={name === "score" ? "is-score" : undefined}>
          <dt>{name}</dt>
          <dd>
            <span className="signal-bar" aria-hidden="true">
              <span style={{ inlineSize: `${Math.min(1, Math.max(0, value)) * 100}%` }} />
            </span>
            {value.toFixed(2)}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Exchanges({ exchanges }: { exchanges: readonly WireExchangeMatch[] }) {
  return (
    <section aria-labelledby="found-exchanges">
      <h2 id="found-exchanges">Exchanges that answer what no memory does</h2>
      <ul className="cards">
        {exchanges.map(({ id, at, excerpt, score }) => (
          <li key={id} className="card">
            <p className="card-text">
              <Words text={excerpt} />
            </p>
            <p className="facts">
              <span>{showMoment(at)}</span>
              <span>score {score.toFixed(2)}</span>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
