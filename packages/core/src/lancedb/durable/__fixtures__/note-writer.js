// A process that shares a table with others. Its role and the folder are its arguments; it says
// "ready", waits for a message, plays its role and reports.
import { once } from "node:events";
import { note, openNotes } from "./notes.ts";

const ROUNDS = 25;

const roles = {
  /** Puts keys that others want too, and removes those of the round before. */
  async put(table) {
    for (let round = 0; round < ROUNDS; round++) {
      await table.upsert([note("wanted", { stars: round }), note(`own-${process.pid}-${round}`)]);
      await table.remove({ column: "key", equals: `own-${process.pid}-${round - 1}` });
      await table.remove({ column: "stars", isAbove: ROUNDS });
    }
  },

  /** Appends until it is killed, and reports each note that it was told is kept. */
  async append(table) {
    for (let round = 0; ; round++) {
      const keys = [0, 1, 2].map((part) => `${process.pid}-${round}-${part}`);
      await table.append(keys.map((key) => note(key, { payload: new Uint8Array(2_000) })));
      process.send(keys.join(" "));
    }
  },
};

const [role, uri] = process.argv.slice(2);
const table = openNotes(uri);
process.send("ready");
await once(process, "message");
await roles[role](table);
await table.close();
process.send("done");
process.disconnect();
