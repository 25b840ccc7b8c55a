import { join } from "node:path";
import { LanceDBSaver } from "@palimpsest/langgraph";
import { folderSize } from "../../report/folder-size.ts";
import { type Progress, startProgress } from "../../report/progress.ts";
import { createStopwatch, type Stopwatch } from "../stopwatch.ts";
import { openMixedThreads, type MixedThreads } from "./mixed-threads.ts";
import type { Steadiness, SteadyFigures, SteadyRequest } from "./measure-steady-in-new-process.ts";

type SteadyCall = "step" | "latest" | "byId";

/** A place where a saver is at work. */
interface Site {
  uri: string;
  saver: LanceDBSaver;
  threads: MixedThreads;
  watch: Stopwatch<SteadyCall>;
  residentBytes: number;
}

/** Steps of one place before it is the other's turn: what is done behind the calls meets those who cause it. */
const STEPS_AT_A_TIME = 50;
/** `getTuple` is called once for each turn of an agent. */
const STEPS_PER_READ = 5;

/** Times the same calls at a young place and at an old one, by turns. */
export async function measureSteady({
  folder,
  commits,
  rounds,
}: SteadyRequest): Promise<Steadiness> {
  const progress = startProgress(commits.old + commits.young, "commits");
  const old = openSite(join(folder, "old"));
  const young = openSite(join(folder, "young"));
  try {
    await fill(old, commits.young, progress);
    // The memory of a process that works at a young place: this one, while it does nothing else.
    young.residentBytes = process.memoryUsage.rss();
    await fill(old, commits.old, progress);
    old.residentBytes = process.memoryUsage.rss();
    await fill(young, commits.young, progress);
    for (let round = 0; round < rounds; round += STEPS_AT_A_TIME) {
      const end = Math.min(rounds, round + STEPS_AT_A_TIME);
      for (const site of [young, old]) {
        for (let step = round; step < end; step++) await measureStep(site, step);
      }
    }
    return {
      young: await toFigures(young, commits.young),
      old: await toFigures(old, commits.old),
    };
  } finally {
    progress.stop();
    await Promise.all([old, young].map(({ saver }) => saver.end()));
  }
}

function openSite(uri: string): Site {
  const saver = new LanceDBSaver({ uri });
  const threads = openMixedThreads(saver);
  return { uri, saver, threads, watch: createStopwatch(), residentBytes: 0 };
}

/** Goes on until so many commits were made. */
async function fill({ saver, threads }: Site, commits: number, progress: Progress): Promise<void> {
  for (let at = 0; threads.commits() < commits; at++) {
    const before = threads.commits();
    const { thread, step } = threads.next();
    await thread.save(step);
    if (at % STEPS_PER_READ === 0) {
      await saver.getTuple({ configurable: { thread_id: thread.threadId } });
    }
    progress.advance(Math.min(threads.commits(), commits) - before, "steady: filling");
  }
}

async function measureStep({ saver, threads, watch }: Site, round: number): Promise<void> {
  const { thread, step } = threads.next();
  await watch.time("step", () => thread.save(step));
  const { threadId, checkpointIds } = thread;
  const newest = { configurable: { thread_id: threadId, checkpoint_ns: "" } };
  await watch.time("latest", () => saver.getTuple(newest));
  const id = checkpointIds[(round * 977) % checkpointIds.length];
  await watch.time("byId", () =>
    saver.getTuple({ configurable: { ...newest.configurable, checkpoint_id: id } }),
  );
}

async function toFigures(
  { uri, saver, watch, residentBytes }: Site,
  commits: number,
): Promise<SteadyFigures> {
  const { fragments } = await saver.describe();
  return {
    commits,
    step: watch.timing("step"),
    latest: watch.timing("latest"),
    byId: watch.timing("byId"),
    residentBytes,
    fragments,
    folderBytes: await folderSize(uri),
  };
}
