import type { Listed, Part } from "../../wire.ts";
import { toAddress } from "../data/address.ts";
import { useAnswer } from "../data/use-answer.ts";
import { Warning } from "./note.tsx";
import { OwnerName } from "./owner-name.tsx";

/** Of whom something waits in quarantine, and the way there. */
export function QuarantinedParts() {
  const { value, message } = useAnswer<Listed<Part>>("quarantined-parts", {});
  if (value === undefined) return <Warning message={message} />;
  return (
    <section className="quarantined-parts" aria-labelledby="quarantined">
      <h2 id="quarantined">In quarantine</h2>
      <ul>
        {value.results.map(({ ids, memories }) => (
          <li key={JSON.stringify(ids)}>
            <a href={toAddress("quarantine", ids)}>
              <OwnerName ids={ids} />
            </a>{" "}
            {memories.toLocaleString("en-GB")}
          </li>
        ))}
      </ul>
    </section>
  );
}
