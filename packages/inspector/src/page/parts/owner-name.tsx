import type { Ids } from "../../wire.ts";
import { Words } from "../text/words.tsx";

const KINDS = { userId: "user", agentId: "agent", sessionId: "session" } as const;

/** Ids with what they are ids of. */
export function OwnerName({ ids }: { ids: Ids }) {
  const names = (Object.keys(KINDS) as (keyof Ids)[]).filter((name) => ids[name] !== undefined);
  return (
    <span className="owner-name">
      {names.map((name) => (
        <span key={name} className="owner-id">
          <span className="owner-kind">{KINDS[name]}</span> <Words text={ids[name] ?? ""} />
        </span>
      ))}
    </span>
  );
}

/** The ids in short, for titles and labels. */
export function nameOwner({ userId, agentId, sessionId }: Ids): string {
  return [userId, agentId, sessionId].filter((id) => id !== undefined).join(" / ");
}
