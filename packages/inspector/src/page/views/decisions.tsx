import type { LoggedDecision, Past } from "../../wire.ts";
import { type Address, replaceAddress, toAddress } from "../data/address.ts";
import { showMoment } from "../data/show-time.ts";
import { useAnswer } from "../data/use-answer.ts";
import { usePart } from "../data/use-part.ts";
import { CutNote } from "../parts/cut-note.tsx";
import { More } from "../parts/more.tsx";
import { Empty, Warning } from "../parts/note.tsx";
import { Words } from "../text/words.tsx";

const OPERATIONS = ["ADD", "UPDATE", "DELETE", "NOOP", "REJECTED"];

/** Everything that was decided, what was refused and passed over too, newest first. */
export function Decisions({ ids, query }: Pick<Address, "ids" | "query">) {
  const { operation } = query;
  const { value, message } = useAnswer<Past>("past", { ...ids });
  const wanted = (value?.decisions ?? []).filter(
    (decision) => operation === undefined || decision.operation === operation,
  );
  const { shown, more } = usePart(wanted, 50);
  if (value === undefined) return <Warning message={message} />;
  return (
    <>
      <CutNote isCut={value.isCut} />
      <div className="filters">
        <label>
          <span>What was decided</span>
          <select
            value={operation ?? ""}
            onChange={({ target }) =>
              replaceAddress(toAddress("decisions", ids, { operation: target.value }))
            }
          >
            <option value="">all</option>
            {OPERATIONS.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
      </div>
      <ol className="cards" aria-label="Decisions, newest first">
        {shown.map((decision) => (
          <DecisionCard key={decision.id} decision={decision} />
        ))}
      </ol>
      {wanted.length === 0 && <Empty>Nothing of that kind was decided.</Empty>}
      <More more={more} />
    </>
  );
}

function DecisionCard({ decision }: { decision: LoggedDecision }) {
  const { operation, proposed, fact, memory, target, reason, actor, model, decidedAt } = decision;
  const { userId, agentId, sessionId } = decision;
  return (
    <li className="card">
      <p className="decision-text">
        <span className="operation" data-operation={operation}>
          {operation}
        </span>{" "}
        <Words text={fact ?? memory ?? "a memory"} />
      </p>
      <p className="decision-reason">
        <Words text={reason} />
      </p>
      <p className="facts">
        <span>by a {actor}</span>
        {model !== undefined && <Words text={model} />}
        {proposed !== undefined && <span>the model wanted {proposed}</span>}
        <span>{showMoment(decidedAt)}</span>
        {target !== undefined && (
          <a href={toAddress("memory", { userId, agentId, sessionId }, { id: target })}>
            the memory it is about
          </a>
        )}
      </p>
    </li>
  );
}
