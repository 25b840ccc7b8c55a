import { formatNumber } from "../report/format-number.ts";
import type { Goal } from "../report/goals.ts";
import type { DiskFigures } from "./disk/measure-disk.ts";
import type { LanggraphFigures } from "./langgraph-figures.ts";
import { OURS, SQLITE } from "./savers/saver-subjects.ts";
import type { Steadiness } from "./steady/measure-steady-in-new-process.ts";
import type { StoreFigures } from "./stores/measure-stores.ts";
import { EXACT_STORE, OUR_STORE } from "./stores/store-subjects.ts";

const MOST_GROWTH = 1.5;
const MOST_DISK_SHARE = 1 / 3;
const LEAST_RECALL = 0.98;
/** From so many items on a search by an index has to be faster than looking at all of them. */
const MANY_ITEMS = 10_000;

/** What has to hold of the parts that were measured. */
export function toGoals({ steady, disk, stores }: LanggraphFigures): Goal[] {
  return [
    ...(steady ? steadyGoals(steady) : []),
    ...(disk ? diskGoals(disk) : []),
    ...(stores ? storeGoals(stores) : []),
  ];
}

function steadyGoals({ young, old }: Steadiness): Goal[] {
  const calls = [
    ["put + putWrites", "step"],
    ["getTuple of the newest", "latest"],
    ["getTuple by id", "byId"],
  ] as const;
  return calls.map(([name, call]) => {
    const growth = old[call].p50Ms / young[call].p50Ms;
    return {
      name: `${name} after ${formatNumber(old.commits)} commits at most ${MOST_GROWTH} times that after ${formatNumber(young.commits)}, p50`,
      measured: `${formatNumber(growth, 2)} times`,
      holds: growth <= MOST_GROWTH,
    };
  });
}

function diskGoals(conversations: readonly DiskFigures[]): Goal[] {
  const bytesOf = (name: string) =>
    conversations.find(({ saver, durability }) => saver === name && durability === "async")
      ?.folderBytes ?? Number.NaN;
  const share = bytesOf(OURS) / bytesOf(SQLITE);
  return [
    {
      name: "disk of the agent at most a third of SqliteSaver's",
      measured: formatNumber(share, 3),
      holds: share <= MOST_DISK_SHARE,
    },
  ];
}

function storeGoals({ calls }: StoreFigures): Goal[] {
  const recall = Math.min(...calls.flatMap((call) => call.recall ?? []));
  const faster = calls
    .filter((call) => call.recall !== undefined && call.items >= MANY_ITEMS)
    .map(({ name, items, timings }) => {
      const [exact, ours] = [timings[EXACT_STORE]?.p50Ms ?? 0, timings[OUR_STORE]?.p50Ms ?? 0];
      return {
        name: `${name} among ${formatNumber(items)} items faster than InMemoryStore, p50`,
        measured: `${formatNumber(exact / ours, 1)} times as fast`,
        holds: ours < exact,
      };
    });
  return [
    {
      name: `recall at least ${LEAST_RECALL} in every search`,
      measured: formatNumber(recall, 3),
      holds: recall >= LEAST_RECALL,
    },
    ...faster,
  ];
}
