// A process that moves a store to another embedding space and stops at a point of it, to be killed
// there. Its arguments are the folder and the point; it says when it is there.
import { setTimeout as sleep } from "node:timers/promises";
import { SPACE } from "../../testing/memory-store/rows.ts";
import { lanceDBStore } from "../lancedb-store.ts";

const [, , uri, point] = process.argv;
const OTHER = { embedder: "suite/embedder-2", dimensions: 16 };
const store = await lanceDBStore({ uri })(SPACE);
let calls = 0;

async function stop() {
  process.send("here");
  await sleep(60_000);
}

await store.moveTo(OTHER, {
  async embed(texts) {
    calls += 1;
    if ((point === "copying" && calls === 2) || point === "fenced") await stop();
    return texts.map(() => Array.from({ length: 16 }, (_, index) => Number(index === 3)));
  },
  async alone(work) {
    await work();
    if (point === "moved") await stop();
  },
});
