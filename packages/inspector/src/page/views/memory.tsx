import type { WireLife, WireMemory } from "../../wire.ts";
import { type Address, toAddress } from "../data/address.ts";
import { showMoment } from "../data/show-time.ts";
import { useAnswer } from "../data/use-answer.ts";
import { Warning } from "../parts/note.tsx";
import { Version } from "../parts/version.tsx";
import { Words } from "../text/words.tsx";

/** One memory: what is known about it, and its life. */
export function Memory({ ids, query }: Pick<Address, "ids" | "query">) {
  const { value, message } = useAnswer<WireLife>("memory", { ...ids, id: query["id"] });
  return (
    <>
      <h1 className="memory-title">{value ? <Words text={value.record.memory} /> : "Memory"}</h1>
      <Warning message={message} />
      {value?.record.status === "quarantined" && (
        <p className="note">
          It is kept back, and nobody is told of it.{" "}
          <a href={toAddress("quarantine", ids)}>Release or drop it in the quarantine</a>
        </p>
      )}
      {value && (
        <div className="memory-life">
          <section aria-labelledby="life">
            <h2 id="life">Its life, newest first</h2>
            <ol className="timeline">
              {value.versions.toReversed().map((version) => (
                <Version
                  key={`${version.id}/${version.version}`}
                  version={version}
                  episodes={value.episodes}
                />
              ))}
            </ol>
          </section>
          <section aria-labelledby="about">
            <h2 id="about">About it</h2>
            <Facts record={value.record} />
          </section>
        </div>
      )}
    </>
  );
}

function Facts({ record }: { record: WireMemory }) {
  const facts: [name: string, value: string | undefined][] = [
    ["status", record.status],
    ["kind", record.kind],
    ["subject", record.subject],
    ["attribute", record.attribute],
    ["value", record.value],
    ["from", record.origin],
    ["quote", record.quote],
    ["entities", record.entities.join(", ")],
    ["pinned", record.pinned ? "yes: only people change it" : "no"],
    ["expires", record.expiresAt && showMoment(record.expiresAt)],
    ["session", record.sessionId],
    ["agent", record.agentId],
    ["metadata", Object.keys(record.metadata).length > 0 ? JSON.stringify(record.metadata) : ""],
    ["id", record.id],
  ];
  return (
    <dl className="about">
      {facts.map(
        ([name, value]) =>
          value !== undefined &&
          value !== "" && (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <Words text={value} />
              </dd>
            </div>
          ),
      )}
    </dl>
  );
}
