import type { WireEpisode, WireVersion } from "../../wire.ts";
import { showMoment } from "../data/show-time.ts";
import { isPast } from "./memory-card.tsx";
import { Words } from "../text/words.tsx";
import { Exchange } from "./exchange.tsx";

const ACTORS = { model: "a model", rule: "a rule", person: "a person" } as const;

/** One step of a memory's life: its words, why they were written, its two times, and what was said. */
export function Version({
  version,
  episodes,
}: {
  version: WireVersion;
  episodes: readonly WireEpisode[];
}) {
  const { operation, reason, actor, model, status } = version;
  const said = episodes.filter(({ id }) => version.episodeIds.includes(id));
  const text = <Words text={version.memory} />;
  return (
    <li className="version" data-status={status}>
      <p className="version-text">{isPast(status) ? <del>{text}</del> : text}</p>
      <p className="version-reason">
        <span className="operation" data-operation={operation}>
          {nameStep(version)}
        </span>{" "}
        by {ACTORS[actor]}
        {model !== undefined && (
          <>
            {" "}
            (<Words text={model} />)
          </>
        )}
        : <Words text={reason} />
      </p>
      <dl className="times">
        <div>
          <dt>True</dt>
          <dd>{showSpan(version.validFrom, version.validTo)}</dd>
        </div>
        <div>
          <dt>Known</dt>
          <dd>{showSpan(version.recordedAt, version.supersededAt)}</dd>
        </div>
      </dl>
      {said.map((episode) => (
        <details key={episode.id} className="said" open>
          <summary>Said on {showMoment(episode.at)}</summary>
          <Exchange messages={episode.messages} />
        </details>
      ))}
      <p className="ids">
        decision <code>{version.decisionId}</code> of report <code>{version.reportId}</code>
      </p>
    </li>
  );
}

function nameStep({ operation, status, version }: WireVersion): string {
  // A memory that was there already was in quarantine, or taken back.
  if (operation === "ADD") return version === 1 ? "Added" : "Let in";
  if (operation === "UPDATE") return "Changed";
  if (operation === "REJECTED") return "Kept back";
  return status === "retracted" ? "Taken back" : "Written over the one before";
}

function showSpan(from: string, to: string | undefined): string {
  return to === undefined
    ? `since ${showMoment(from)}`
    : `${showMoment(from)} to ${showMoment(to)}`;
}
