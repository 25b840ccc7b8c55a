import type { Ids, Past, PastVersion } from "../../wire.ts";
import { Bars } from "../charts/bars.tsx";
import { Columns } from "../charts/columns.tsx";
import { Figure } from "../charts/figure.tsx";
import { countHeld, countOperations, countTokens } from "../charts/read-figures.ts";
import { StepLine } from "../charts/step-line.tsx";
import { type Address, toAddress } from "../data/address.ts";
import { showMoment } from "../data/show-time.ts";
import { useAnswer } from "../data/use-answer.ts";
import { usePart } from "../data/use-part.ts";
import { CutNote } from "../parts/cut-note.tsx";
import { More } from "../parts/more.tsx";
import { Empty, Warning } from "../parts/note.tsx";
import { OwnerName } from "../parts/owner-name.tsx";

/** An owner in numbers. */
export function Figures({ ids }: Pick<Address, "ids">) {
  const { value, message } = useAnswer<Past>("past", { ...ids });
  if (value === undefined) return <Warning message={message} />;
  const held = countHeld(value.versions);
  const operations = countOperations(value.decisions);
  const tokens = countTokens(value);
  const [input, output] = [sum(tokens, "input"), sum(tokens, "output")];
  return (
    <>
      <CutNote isCut={value.isCut} />
      <div className="figures">
        <Figure
          title="Memories over time"
          summary={`${held.at(-1)?.value ?? 0} now, by what was known at each time`}
          columns={["Since", "Memories"]}
          rows={held.map((step) => [showMoment(step.at), step.value])}
        >
          <StepLine steps={held} />
        </Figure>
        <Figure
          title="Decisions by kind"
          summary={`${value.decisions.length.toLocaleString("en-GB")} in all`}
          columns={["Decision", "Times"]}
          rows={[...operations]}
        >
          <Bars values={operations} />
        </Figure>
        <Figure
          title="Tokens"
          summary={`${input.toLocaleString("en-GB")} read and ${output.toLocaleString("en-GB")} written by models`}
          columns={["When", "Read", "Written"]}
          rows={tokens.map((column) => [column.name, column.input, column.output])}
        >
          {tokens.length === 0 ? (
            <Empty>No model that counts tokens was asked.</Empty>
          ) : (
            <Columns columns={tokens} />
          )}
        </Figure>
        <Parts versions={value.versions} />
      </div>
    </>
  );
}

function sum(tokens: ReturnType<typeof countTokens>, name: "input" | "output"): number {
  return tokens.reduce((total, column) => total + column[name], 0);
}

/** The sessions and agents in which memories are, each of which can be looked at on its own. */
function Parts({ versions }: { versions: readonly PastVersion[] }) {
  const parts = new Map<string, { ids: Ids; memories: number }>();
  for (const { userId, agentId, sessionId, status } of versions) {
    const ids = { userId, agentId, sessionId };
    const key = JSON.stringify(ids);
    const part = parts.get(key) ?? { ids, memories: 0 };
    parts.set(key, { ids, memories: part.memories + Number(status === "current") });
  }
  const { shown, more } = usePart([...parts.values()], 50);
  return (
    <section aria-labelledby="parts" className="figure">
      <h2 id="parts">Where they are</h2>
      <ul className="parts">
        {shown.map(({ ids, memories }) => (
          <li key={JSON.stringify(ids)}>
            <a href={toAddress("memories", ids)}>
              <OwnerName ids={ids} />
            </a>
            <span>{memories.toLocaleString("en-GB")}</span>
          </li>
        ))}
      </ul>
      <More more={more} />
    </section>
  );
}
