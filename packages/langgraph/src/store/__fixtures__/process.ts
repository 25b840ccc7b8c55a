// A process that shares a folder with others. Its role, the folder and its name are its arguments.
import { LanceDBStore } from "../lancedb-store.ts";
import { DIMS, WordEmbeddings } from "./word-embeddings.ts";

const [, , role = "", uri = "", name = ""] = process.argv;
const index = { dims: DIMS, embeddings: new WordEmbeddings(), fields: ["texts[*]"] };
const store = new LanceDBStore({ uri, index, ttl: { sweepIntervalMinutes: 0.001 } });

const roles: Readonly<Record<string, () => Promise<void>>> = {
  /** Puts items of its own and items that others put, too; then ends without stopping its store. */
  async write() {
    for (let round = 0; round < 25; round++) {
      await Promise.all([
        store.put(["own", name], `k${round}`, { texts: ["cat"], round }),
        store.put(["shared"], `k${round % 5}`, { texts: ["dog", "tea", name].slice(round % 2) }),
      ]);
    }
  },
  /** Puts until it is killed, and says what is acknowledged. */
  async putUntilKilled() {
    for (let round = 0; ; round++) {
      await store.put(["own", name], `k${round}`, { texts: ["cat"], round });
      process.send?.(round);
    }
  },
};

await roles[role]?.();
process.disconnect();
