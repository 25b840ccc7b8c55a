// A process that does its share of what several do to one folder at once, and reports what became of it.
import { once } from "node:events";
import { openNotes } from "../integrity/open-notes.ts";
import { type Operation, type Outcome, perform } from "../integrity/perform.ts";
import { pick } from "../integrity/pick.ts";
import { createRandom } from "../synthetic/random.ts";
import type { WriterOrders, WriterReport } from "./start-writer.ts";

const [orders] = (await once(process, "message")) as [WriterOrders];
const { uri, name, seed, operations, lanes, shared } = orders;
const troubles: string[] = [];
const memory = openNotes(uri, (event) => {
  if (event.type === "background-failed") troubles.push(String(event.error));
});
await memory.info();
process.send?.("ready");
await once(process, "message");

const random = createRandom(seed).uniform;
const ended: { operation: Operation; outcome: Outcome }[] = [];
const queue = Array.from({ length: operations }, (_, index) => toOperation(index));
await Promise.all(Array.from({ length: lanes }, work));
await memory.idle();
await memory.close();
const report: WriterReport = { ended, troubles };
process.send?.(report);
process.disconnect();

async function work(): Promise<void> {
  for (let operation = queue.shift(); operation; operation = queue.shift()) {
    ended.push({ operation, outcome: await perform(memory, operation) });
  }
}

/** The same adds in every process, and edits of the same memories, in an order of its own. */
function toOperation(index: number): Operation {
  const { id, userId } = pick(random, shared) ?? { id: "", userId: "" };
  const note = `note ${name}-${index}`;
  const roll = random();
  if (roll < 0.35) {
    const common = `note common-${Math.floor(index / 2)}`;
    return { type: "add", userId: "user-0", note: common, idempotencyKey: common };
  }
  if (roll < 0.45) return { type: "put", userId, note };
  if (roll < 0.97) return { type: "update", userId, id, note };
  if (roll < 0.98) return { type: "delete", userId, id };
  return { type: "maintain" };
}
