import type { WireExchange } from "../../wire.ts";
import { type Address, toAddress } from "../data/address.ts";
import { showMoment } from "../data/show-time.ts";
import { useList } from "../data/use-list.ts";
import { Exchange } from "../parts/exchange.tsx";
import { isPast } from "../parts/memory-card.tsx";
import { More } from "../parts/more.tsx";
import { Empty, Warning } from "../parts/note.tsx";
import { Words } from "../text/words.tsx";

const STATUSES = { all: "All", pending: "Waiting", dead: "Given up" } as const;

/** What was said, word for word, and what came of it; those that wait or were given up on their own. */
export function Exchanges({ ids, query }: Pick<Address, "ids" | "query">) {
  const { status } = query;
  const list = useList<WireExchange>("episodes", { ...ids, status });
  return (
    <>
      <nav className="chips" aria-label="Which exchanges">
        {Object.entries(STATUSES).map(([name, title]) => {
          const wanted = name === "all" ? undefined : name;
          return (
            <a
              key={name}
              href={toAddress("exchanges", ids, { status: wanted })}
              aria-current={wanted === status ? "true" : undefined}
            >
              {title}
            </a>
          );
        })}
      </nav>
      <Warning message={list.message} />
      <ol className="cards" aria-label="Exchanges" aria-busy={list.isLoading}>
        {list.items.map((exchange) => (
          <ExchangeCard key={exchange.id} exchange={exchange} />
        ))}
      </ol>
      {list.isRead && list.items.length === 0 && (
        <Empty>{status === undefined ? "No exchange was kept." : "There is none."}</Empty>
      )}
      <More more={list.more} isReading={list.isLoading && list.isRead} />
    </>
  );
}

function ExchangeCard({ exchange }: { exchange: WireExchange }) {
  const { status, attempts, error, derived, userId, agentId, sessionId, at } = exchange;
  return (
    <li className="card">
      <Exchange messages={exchange.messages} />
      <p className="facts">
        <span>{showMoment(at)}</span>
        {status !== "processed" && (
          <span className="mark">
            {status === "dead" ? "given up" : "waiting"} after {attempts}{" "}
            {attempts === 1 ? "attempt" : "attempts"}
          </span>
        )}
        {sessionId !== undefined && (
          <span>
            session <Words text={sessionId} />
          </span>
        )}
        {derived.length === 0 && status === "processed" && <span>nothing came of it</span>}
      </p>
      {derived.length > 0 && (
        <ul className="derived" aria-label="What came of it">
          {derived.map(({ id, memory, status: state }) => (
            <li key={id}>
              <a href={toAddress("memory", { userId, agentId, sessionId }, { id })}>
                {isPast(state) ? (
                  <del>
                    <Words text={memory} />
                  </del>
                ) : (
                  <Words text={memory} />
                )}
              </a>
            </li>
          ))}
        </ul>
      )}
      {error && (
        <p className="note is-warning">
          <Words text={`${error.code}: ${error.message}`} />
        </p>
      )}
    </li>
  );
}
