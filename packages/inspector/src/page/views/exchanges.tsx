import type { WireEpisode } from "../../wire.ts";
import { type Address, toAddress } from "../data/address.ts";
import { showMoment } from "../data/show-time.ts";
import { useList } from "../data/use-list.ts";
import { Exchange } from "../parts/exchange.tsx";
import { More } from "../parts/more.tsx";
import { Empty, Warning } from "../parts/note.tsx";
import { Words } from "../text/words.tsx";

const STATUSES = { all: "All", pending: "Waiting", dead: "Given up" } as const;

/** What was said, word for word, and what came of it; those that wait or were given up on their own. */
export function Exchanges({ ids, query }: Pick<Address, "ids" | "query">) {
  const { status } = query;
  const list = useList<WireEpisode>("episodes", { ...ids, status });
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
        {list.items.map((episode) => (
          <ExchangeCard key={episode.id} episode={episode} />
        ))}
      </ol>
      {list.isRead && list.items.length === 0 && (
        <Empty>{status === undefined ? "No exchange was kept." : "There is none."}</Empty>
      )}
      <More list={list} />
    </>
  );
}

function ExchangeCard({ episode }: { episode: WireEpisode }) {
  const { status, attempts, error, derived, userId, agentId, sessionId, at } = episode;
  return (
    <li className="card">
      <Exchange messages={episode.messages} />
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
        {derived.map((id, index) => (
          <a key={id} href={toAddress("memory", { userId, agentId, sessionId }, { id })}>
            memory {index + 1}
          </a>
        ))}
        {derived.length === 0 && status === "processed" && <span>nothing came of it</span>}
      </p>
      {error && (
        <p className="note is-warning">
          <Words text={`${error.code}: ${error.message}`} />
        </p>
      )}
    </li>
  );
}
