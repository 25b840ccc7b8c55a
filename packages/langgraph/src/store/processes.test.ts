import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { newFolder, openStore } from "./__fixtures__/open-store.ts";
import { DIMS, WordEmbeddings } from "./__fixtures__/word-embeddings.ts";

const SCRIPT = fileURLToPath(new URL("__fixtures__/process.ts", import.meta.url));
const index = { dims: DIMS, embeddings: new WordEmbeddings(), fields: ["texts[*]"] };

function begin(role: string, uri: string, name: string): ChildProcess {
  return fork(SCRIPT, [role, uri, name], {
    execArgv: ["--conditions=@palimpsest/source", "--disable-warning=ExperimentalWarning"],
  });
}

it("two processes and this one share a folder, and what they put is there in the next", async () => {
  const uri = await newFolder();
  const ends = ["one", "two"].map(async (name) => once(begin("write", uri, name), "exit"));
  const here = await openStore({ uri, index });
  for (let round = 0; round < 10; round++) {
    await here.put(["shared"], `k${round % 5}`, { texts: ["fish"] });
  }
  // Nothing that goes on behind the calls keeps a process alive.
  expect(await Promise.all(ends)).toEqual([
    [0, null],
    [0, null],
  ]);
  await here.stop();

  const store = await openStore({ uri, index });
  for (const name of ["one", "two"]) {
    const found = await store.search(["own", name], { limit: 100, query: "cat" });
    expect(found.map(({ value }) => value["round"])).toEqual(
      Array.from({ length: 25 }, (_, round) => round),
    );
    expect(found.every(({ score = 0 }) => score > 0.99)).toBe(true);
  }
  const shared = await store.search(["shared"], { limit: 100, query: "dog" });
  expect(shared.map(({ key }) => key).toSorted()).toEqual(["k0", "k1", "k2", "k3", "k4"]);
  for (const { value, score = 0 } of shared) {
    expect(score).toBeCloseTo(value["texts"].includes("dog") ? 1 : 0, 2);
  }
});

it("a process that is killed loses nothing that was acknowledged", async () => {
  const uri = await newFolder();
  const other = begin("putUntilKilled", uri, "one");
  let acknowledged = -1;
  other.on("message", (round) => {
    acknowledged = Number(round);
    if (acknowledged === 20) other.kill("SIGKILL");
  });
  expect(await once(other, "exit")).toEqual([null, "SIGKILL"]);
  const store = await openStore({ uri, index });
  const found = await store.search(["own", "one"], { limit: 1_000, query: "cat" });
  expect(found.length).toBeGreaterThan(20);
  expect(found.map(({ value }) => value["round"])).toEqual(found.map((_, round) => round));
});
