import { useRef, useState } from "react";
import { spellUnseen } from "../../mark-unseen.ts";
import type { WireQuarantined, WireStore } from "../../wire.ts";
import { type Address, toAddress } from "../data/address.ts";
import type { Settling } from "../data/call-api.ts";
import { useList } from "../data/use-list.ts";
import { MemoryCard } from "../parts/memory-card.tsx";
import { More } from "../parts/more.tsx";
import { Empty, Warning } from "../parts/note.tsx";
import { SettleDialog } from "../parts/settle-dialog.tsx";
import { Words } from "../text/words.tsx";

/** How reasons of a quarantine begin; that it is one is said already. */
const REASON_BEGINS = /^quarantined: /;

/** What a person did, or is asked about. */
interface Step {
  settling: Settling;
  memory: WireQuarantined;
}

/** What was learned and is kept back until a person has looked at it, and lets it in or drops it. */
export function Quarantine({
  ids,
  store,
}: Pick<Address, "ids"> & { store: WireStore | undefined }) {
  const list = useList<WireQuarantined>("quarantine", { ...ids });
  const [asked, setAsked] = useState<Step>();
  const [done, setDone] = useState<readonly Step[]>([]);
  const said = useRef<HTMLParagraphElement>(null);
  const waiting = list.items.filter(({ id }) => !done.some(({ memory }) => memory.id === id));

  function finish(step: Step) {
    setAsked(undefined);
    setDone([...done, step]);
    // The button that had the focus is gone with its memory.
    said.current?.focus();
  }

  return (
    <>
      <p className="fine">
        What is kept back here is never found or said to a model, until a person lets it in.
        {store?.isWritable === false && (
          <>
            {" "}
            Nothing can be changed from here: to release or drop something, start the inspector with{" "}
            <code>--write</code>.
          </>
        )}
      </p>
      <p ref={said} className="note done" role="status" tabIndex={-1}>
        <Outcome step={done.at(-1)} />
      </p>
      <Warning message={list.message} />
      <ul className="cards" aria-label="Quarantined memories" aria-busy={list.isLoading}>
        {waiting.map((memory) => (
          <MemoryCard key={memory.id} memory={memory}>
            <p className="decision-reason">
              Kept back: <Words text={memory.reason.replace(REASON_BEGINS, "")} />
            </p>
            {store?.isWritable === true && (
              <Choices
                about={memory.memory}
                onChoice={(settling) => setAsked({ settling, memory })}
              />
            )}
          </MemoryCard>
        ))}
      </ul>
      {list.isRead && waiting.length === 0 && <Empty>Nothing is kept back.</Empty>}
      <More more={list.more} isReading={list.isLoading && list.isRead} />
      {asked && (
        <SettleDialog
          {...asked}
          onDone={() => finish(asked)}
          onCancel={() => setAsked(undefined)}
        />
      )}
    </>
  );
}

interface ChoicesProps {
  about: string;
  onChoice: (settling: Settling) => void;
}

function Choices({ about, onChoice }: ChoicesProps) {
  const text = spellUnseen(about);
  return (
    <p className="choices">
      <button type="button" aria-label={`Release: ${text}`} onClick={() => onChoice("release")}>
        Release
      </button>
      <button type="button" aria-label={`Drop: ${text}`} onClick={() => onChoice("drop")}>
        Drop
      </button>
    </p>
  );
}

/** What became of the last one, and the way to its life. */
function Outcome({ step }: { step: Step | undefined }) {
  if (step === undefined) return null;
  const { settling, memory } = step;
  const { id, userId, agentId, sessionId } = memory;
  return (
    <>
      {settling === "release" ? "Released, and a memory like others now: " : "Dropped: "}
      <a href={toAddress("memory", { userId, agentId, sessionId }, { id })}>
        <Words text={memory.memory} />
      </a>
    </>
  );
}
