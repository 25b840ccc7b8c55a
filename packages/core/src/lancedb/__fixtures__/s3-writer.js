// A process that writes to a bucket: rows of its own, and rows that another one wants too. Its
// arguments are the uri, the storage options and a name; it reports the keys that it got.
import { SPACE, versionRow } from "../../testing/memory-store/rows.ts";
import { lanceDBStore } from "../lancedb-store.ts";

const SCOPE = { userId: "shared" };
const [, , uri, storageOptions, name] = process.argv;
const store = await lanceDBStore({ uri, storageOptions: JSON.parse(storageOptions) })(SPACE);
const keys = [];
for (let round = 0; round < 15; round++) {
  const own = versionRow(SCOPE, { lineage: `${name}-${round}` });
  const wanted = versionRow(SCOPE, { lineage: `both-${round}`, text: name });
  await store.memories.append([own]);
  const { refused } = await store.memories.merge([wanted]);
  keys.push(own.key, ...(refused.length === 0 ? [wanted.key] : []));
}
await store.close();
process.send(keys);
process.disconnect();
