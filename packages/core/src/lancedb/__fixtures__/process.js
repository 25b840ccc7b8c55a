// A process that shares a folder with others. Its role and the folder are its arguments; it says
// "ready", waits for a message, plays its role and reports.
import { once } from "node:events";
import { SPACE, versionRow } from "../../testing/memory-store/rows.ts";
import { lanceDBStore } from "../lancedb-store.ts";

const SCOPE = { userId: "shared" };
const EVERYONE = { type: "everyone" };

const roles = {
  /** Opens the store and writes a row to it. */
  async open(openStore) {
    const store = await openStore();
    await store.memories.append([versionRow(SCOPE)]);
    await store.close();
  },

  /** Inserts keys that others want too, and reports how many it got. */
  async insert(openStore) {
    const store = await openStore();
    let inserted = 0;
    for (let round = 0; round < 40; round++) {
      const row = versionRow(SCOPE, { lineage: `lineage-${round}`, text: `${process.pid}` });
      const { refused } = await store.memories.merge([row]);
      if (refused.length === 0) inserted += 1;
    }
    await store.close();
    return inserted;
  },

  /** The same, and comes and goes, so that now this one is alone, now another, and now none. */
  async visit(openStore) {
    let inserted = 0;
    for (let visit = 0; visit < 6; visit++) {
      const store = await openStore();
      for (let turn = 0; turn < 5; turn++) {
        const lineage = `lineage-${visit * 5 + turn}`;
        const row = versionRow(SCOPE, { lineage, text: `${process.pid}` });
        const { refused } = await store.memories.insert([row]);
        if (refused.length === 0) inserted += 1;
      }
      await store.close();
    }
    return inserted;
  },

  /** Continues two lineages that others continue too, and reports how often it was first. */
  async supersede(openStore) {
    const store = await openStore();
    let superseded = 0;
    for (let round = 0; round < 16; round++) {
      const lineage = `lineage-${round % 2}`;
      const where = {
        all: [
          { column: "lineage", equals: lineage },
          { column: "supersededAt", isAbsent: true },
        ],
      };
      const [head] = await store.memories.find(EVERYONE, { where, withVector: true });
      const slot = head.slot + 1;
      const next = versionRow(SCOPE, { lineage, slot, text: `${process.pid}` });
      const closed = { ...head, revision: 2, supersededAt: new Date(), supersededBy: next.text };
      const { refused } = await store.memories.merge([closed, next]);
      if (refused.length === 0) superseded += 1;
      if (refused.length === 1) throw new Error("Half of a pair was written.");
    }
    await store.close();
    return superseded;
  },

  /** Writes until it is killed, and reports each row that it was told is kept. */
  async write(openStore) {
    const store = await openStore();
    for (;;) {
      const row = versionRow(SCOPE);
      const next = versionRow(SCOPE, { lineage: row.lineage, slot: 2 });
      await store.memories.append([row]);
      process.send(`${row.key} 1`);
      await store.memories.merge([{ ...row, revision: 2, supersededAt: new Date() }, next]);
      process.send(`${row.key} 2`);
      process.send(`${next.key} 1`);
    }
  },
};

const [role, uri] = process.argv.slice(2);
process.send("ready");
await once(process, "message");
const report = await roles[role](() => lanceDBStore({ uri })(SPACE));
process.send(report ?? "done");
process.disconnect();
