// One step of the demo, as a process of its own: `session 1`, `session 2`, or `look back`.
import { createMemory } from "@palimpsest/core";
import { SESSIONS } from "./conversation.ts";
import { haveSession } from "./have-session.ts";
import { lookBack } from "./look-back.ts";

const [step = "", uri] = process.argv.slice(2);
const number = Number(/^session (\d+)$/.exec(step)?.[1]);
// The store's clock goes with the story: what was said in March is known since March.
const at = SESSIONS[number - 1]?.at ?? SESSIONS.at(-1)?.at ?? new Date();
await using memory = createMemory({ uri, now: () => at });

if (step === "look back") await lookBack(memory);
else await haveSession(memory, number);
