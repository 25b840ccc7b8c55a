// A process that writes to a memory of notes until it is killed, and tells its parent of everything
// that it begins and that it was told is done.
import { once } from "node:events";
import { openNotes } from "../integrity/open-notes.ts";
import { type Operation, perform } from "../integrity/perform.ts";
import { pick } from "../integrity/pick.ts";
import { createRandom } from "../synthetic/random.ts";
import type { VictimMessage, VictimOrders } from "./kill-at-work.ts";

/** Calls that are under way at once: so that commits hold several. */
const LANES = 3;

const [{ uri, name, seed, retries }] = (await once(process, "message")) as [VictimOrders];
const memory = openNotes(uri, (event) => {
  if (event.type === "background-failed") tell({ type: "trouble", message: String(event.error) });
});
for (const operation of retries) await run(operation);
await Promise.all(Array.from({ length: LANES }, (_, lane) => work(lane)));

async function work(lane: number): Promise<never> {
  const random = createRandom(seed * LANES + lane).uniform;
  const userId = `user-${lane}`;
  const ids = (await memory.list({ userId, limit: 100 })).results.map(({ id }) => id as string);
  for (let count = 0; ; count++) {
    const note = `note ${name}-${lane}-${count}`;
    const id = pick(random, ids);
    const roll = random();
    let operation: Operation;
    if (id === undefined || roll < 0.3) operation = { type: "put", userId, note };
    else if (roll < 0.6) operation = { type: "add", userId, note, idempotencyKey: note };
    else if (roll < 0.85) operation = { type: "update", userId, id, note };
    else if (roll < 0.98) operation = { type: "delete", userId, id };
    else operation = { type: "maintain" };
    for (const { event, id: changed, supersededBy } of await run(operation)) {
      if (event === "DELETE") ids.splice(ids.indexOf(changed), 1);
      const added = event === "ADD" ? changed : supersededBy;
      if (added) ids.push(added);
    }
  }
}

async function run(operation: Operation) {
  tell({ type: "begun", operation });
  const outcome = await perform(memory, operation);
  tell({ type: "ended", operation, outcome });
  return outcome.type === "done" ? outcome.changes : [];
}

function tell(message: VictimMessage): void {
  process.send?.(message);
}
