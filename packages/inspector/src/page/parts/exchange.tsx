import type { WireEpisode } from "../../wire.ts";
import { Words } from "../text/words.tsx";

/** What was said, word for word. */
export function Exchange({ messages }: Pick<WireEpisode, "messages">) {
  return (
    <ol className="exchange">
      {messages.map(({ role, name, content }, index) => (
        // Messages have nothing but their place.
        <li key={`${index}/${role}`} data-role={role}>
          <span className="speaker">
            {role}
            {name !== undefined && (
              <>
                {" "}
                <Words text={name} />
              </>
            )}
          </span>
          <Words text={content} />
        </li>
      ))}
    </ol>
  );
}
