import type { ReactNode } from "react";
import type { Ids } from "../../wire.ts";
import { toAddress } from "../data/address.ts";
import { showDay } from "../data/show-time.ts";
import { Words } from "../text/words.tsx";

/** What a card shows of a memory; provenance is known of whole records only. */
export interface CardMemory extends Ids {
  id: string;
  memory: string;
  kind: string;
  status: string;
  validFrom: string;
  validTo?: string | undefined;
  subject?: string;
  origin?: string;
  pinned?: boolean;
}

/** A memory in a list: its words, which lead to its life, and the main things about it. */
export function MemoryCard({ memory, children }: { memory: CardMemory; children?: ReactNode }) {
  const { id, userId, agentId, sessionId, status } = memory;
  const text = <Words text={memory.memory} />;
  return (
    <li className="card">
      <p className="card-text">
        <a href={toAddress("memory", { userId, agentId, sessionId }, { id })}>
          {isPast(status) ? <del>{text}</del> : text}
        </a>
      </p>
      <p className="facts">
        <span>{memory.kind}</span>
        {memory.subject !== undefined && memory.subject !== "user" && (
          <span>
            about <Words text={memory.subject} />
          </span>
        )}
        {memory.origin !== undefined && <span>from {memory.origin}</span>}
        {memory.pinned === true && <span className="mark">pinned</span>}
        {status !== "current" && <span className="mark">{status}</span>}
        {agentId !== undefined && (
          <span>
            agent <Words text={agentId} />
          </span>
        )}
        {sessionId !== undefined && (
          <span>
            session <Words text={sessionId} />
          </span>
        )}
        <span>{showTruth(memory)}</span>
      </p>
      {children}
    </li>
  );
}

/** Whether something else holds in its place, or nothing. */
export function isPast(status: string): boolean {
  return status === "superseded" || status === "retracted";
}

function showTruth({ validFrom, validTo }: Pick<CardMemory, "validFrom" | "validTo">): string {
  if (validTo === undefined) return `since ${showDay(validFrom)}`;
  return `${showDay(validFrom)} to ${showDay(validTo)}`;
}
