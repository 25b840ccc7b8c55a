import { folderSize } from "../../report/folder-size.ts";
import { startProgress } from "../../report/progress.ts";
import type { Timing } from "../../report/timing.ts";
import { planStore } from "../../scale/plan-store.ts";
import type { ItemTexts } from "./item-texts.ts";
import { inTurn } from "../in-turn.ts";
import { createStopwatch } from "../stopwatch.ts";
import { fillStores } from "./fill-stores.ts";
import { type StoreCall, toStoreCalls } from "./store-calls.ts";
import { openStores, type StoreSubject } from "./store-subjects.ts";

/** What a kind of call took with each store. */
interface StoreCallFigures {
  name: string;
  /** Items among which it finds some. */
  items: number;
  /** By the names of the stores. */
  timings: Record<string, Timing>;
  /** Of searches by meaning: the share of the ten nearest that ours finds. */
  recall?: number;
}

/** What large stores took. */
export interface StoreFigures {
  items: number;
  namespaces: number;
  /** Items stored in each second, while the store was filled by `batch`; by the names of the stores. */
  itemsPerSecond: Record<string, number>;
  /** Ours, when it was filled. */
  folderBytes: number;
  calls: StoreCallFigures[];
}

const MOST_USERS = 10_000;
/** Where somebody looks at so many items, */
const MANY_ITEMS = 5_000;
/** one in so many rounds is enough. */
const ROUNDS_PER_LARGE_ONE = 5;

/** Fills both stores with the same items, and times the same calls of each, by turns. */
export async function measureStores(
  texts: ItemTexts,
  {
    items,
    rounds,
    uri,
    signal,
  }: { items: number; rounds: number; uri: string; signal: AbortSignal },
): Promise<StoreFigures> {
  const plan = planStore(items, MOST_USERS);
  const subjects = openStores(texts, uri);
  const progress = startProgress(items + rounds, "items and rounds");
  try {
    const itemsPerSecond = await fillStores(subjects, { texts, plan, progress, signal });
    const folderBytes = await folderSize(uri);
    const measured = toStoreCalls(texts, plan).map((call) => startCall(call, subjects));
    for (let round = 0; round < rounds; round++) {
      for (const call of measured) {
        signal.throwIfAborted();
        await call.measure(round);
      }
      progress.advance(1, "stores: timing");
    }
    return {
      items,
      namespaces: plan.users + Number(plan.largeEvery > 0),
      itemsPerSecond,
      folderBytes,
      calls: measured.map((call) => call.toFigures()),
    };
  } finally {
    progress.stop();
    await Promise.all(subjects.map(({ close }) => close()));
  }
}

/** Times one kind of call, and compares what the stores find. */
function startCall(call: StoreCall, subjects: readonly [StoreSubject, StoreSubject]) {
  const [exact, ours] = subjects;
  const watch = createStopwatch<string>();
  let found = 0;
  let expected = 0;
  return {
    async measure(round: number): Promise<void> {
      if (call.isByMeaning && call.items > MANY_ITEMS && round % ROUNDS_PER_LARGE_ONE > 0) return;
      const perform = call.prepare(round);
      const keys = new Map<StoreSubject, string[]>();
      for (const subject of inTurn(subjects, round)) {
        keys.set(subject, await watch.time(subject.name, () => perform(subject.store)));
      }
      const nearest = keys.get(exact) ?? [];
      const answer = new Set(keys.get(ours));
      expected += nearest.length;
      found += nearest.filter((key) => answer.has(key)).length;
    },
    toFigures: (): StoreCallFigures => ({
      name: call.name,
      items: call.items,
      timings: Object.fromEntries(subjects.map(({ name }) => [name, watch.timing(name)])),
      ...(call.isByMeaning && { recall: found / expected }),
    }),
  };
}
