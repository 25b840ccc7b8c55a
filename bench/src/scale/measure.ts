// A process that measures a store which another one filled, and tells its parent.
import { once } from "node:events";
import { createCorpus } from "../synthetic/corpus.ts";
import { openBenchMemory } from "../synthetic/open-bench-memory.ts";
import { measureAdds } from "./measure-adds.ts";
import type { Measured, MeasureRequest } from "./measure-in-new-process.ts";
import { measureLookUps, measureRecall, measureSearches } from "./measure-reads.ts";
import { LARGE_USER } from "./plan-store.ts";

/** The scope is large, so one in so many searches of small ones is enough. */
const SEARCHES_PER_LARGE_ONE = 10;

const [request] = (await once(process, "message")) as [MeasureRequest];
const { uri, dimensions, plan, searches, adds } = request;
const corpus = await createCorpus(dimensions);
const opened = await openBenchMemory(corpus, uri);
const { memory } = opened;
const users = Array.from({ length: searches }, (_, at) => `user-${(at * 7_919) % plan.users}`);
const large = users.slice(0, Math.ceil(searches / SEARCHES_PER_LARGE_ONE)).map(() => LARGE_USER);

// The first calls load what later ones find in memory.
await measureSearches(memory, corpus, plan, users.slice(0, 20));
const measured: Measured = {
  search: await measureSearches(memory, corpus, plan, users),
  recall: await measureRecall(opened.store, corpus, plan, users.slice(0, 200)),
  lookUp: await measureLookUps(memory, corpus, plan, users),
  ...(plan.largeEvery > 0 && {
    largeScope: {
      search: await measureSearches(memory, corpus, plan, large),
      recall: await measureRecall(opened.store, corpus, plan, large.slice(0, 20)),
    },
  }),
  ...(await measureAdds(opened, corpus, plan, adds)),
  residentBytes: process.memoryUsage.rss(),
};
await memory.close();
process.send?.(measured);
process.disconnect();
