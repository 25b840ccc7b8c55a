// A process that does what it can with a memory where something is wrong with the disk, and prints
// what it found as a line of JSON.
import { createMemory } from "../../memory.ts";
import { hashEmbedder } from "../../testing/hash-embedder.ts";

const [uri, role] = process.argv.slice(2);
const alice = { userId: "alice" };
const troubles = [];
const memory = createMemory({
  uri,
  model: { id: "none", generate: async () => ({ arguments: {} }) },
  embedder: hashEmbedder(),
  limits: { memory: 4_000_000 },
  onEvent: ({ type, error }) => type === "background-failed" && troubles.push(String(error)),
});

const roles = {
  /** Writes more and more, until it is told that there is no more room. */
  async fill() {
    const kept = [];
    for (let size = 1_000; ; size = Math.min(2 * size, 500_000)) {
      const text = `${kept.length} note ${"x".repeat(size)}`;
      const failure = await failureOf(() => memory.put(text, alice));
      if (failure !== undefined) return { kept: kept.length, failure, ...(await look()) };
      kept.push(text);
    }
  },
  look,
  /** Reads, and tries every way to write. */
  async write() {
    const found = await look();
    const id = (await memory.list(alice)).results[0]?.id;
    const failures = [];
    for (const call of [
      () => memory.put("more", alice),
      () => memory.update(id, { text: "other" }, alice),
      () => memory.delete(id, alice),
      () => memory.add("I like tea", alice),
    ]) {
      failures.push(await failureOf(call));
    }
    return { ...found, failures, ...(await look()) };
  },
  open: async () => ({ failure: await failureOf(() => memory.count(alice)) }),
};

async function look() {
  const { results } = await memory.list({ ...alice, limit: 1_000 });
  const { results: found } = await memory.search("note", { ...alice, limit: 1, threshold: 0 });
  return { listed: results.map(({ memory: text }) => text.split(" ")[0]), found: found.length };
}

async function failureOf(call) {
  try {
    await call();
    return undefined;
  } catch ({ name, code, message }) {
    return { name, code, message };
  }
}

const report = await roles[role]();
await memory.close();
console.log(JSON.stringify({ ...report, troubles }));
