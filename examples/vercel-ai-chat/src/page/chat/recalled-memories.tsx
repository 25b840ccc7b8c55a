import type { Recalled } from "../../wire.ts";

interface RecalledMemoriesProps {
  recalled: readonly Recalled[];
}

/** The memories that stood in the prompt of an answer. */
export function RecalledMemories({ recalled }: RecalledMemoriesProps) {
  if (recalled.length === 0) return <p className="note">Nothing was recalled for this answer.</p>;
  const count = recalled.length === 1 ? "1 memory" : `${recalled.length} memories`;
  return (
    <details className="recalled">
      <summary>Recalled {count} for this answer</summary>
      <ul>
        {recalled.map(({ id, memory, score }) => (
          <li key={id}>
            {memory}
            <span className="score" title="How relevant it is, from 0 to 1">
              {score.toFixed(2)}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
