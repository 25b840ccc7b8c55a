import { join } from "node:path";
import { startProgress } from "../../report/progress.ts";
import type { Timing } from "../../report/timing.ts";
import { type AgentThread, createAgentThread } from "../agent/agent-thread.ts";
import { inTurn } from "../in-turn.ts";
import { createStopwatch, type Stopwatch } from "../stopwatch.ts";
import { type OpenSaver, SAVER_SUBJECTS, type SaverSubject } from "./saver-subjects.ts";

type SaverCall = "step" | "latest" | "byId" | "list" | "firstLatest";

/** What a saver took for a thread of some length. */
export interface SaverFigures {
  name: string;
  /** `put` and the `putWrites` of its tasks. */
  step: Timing;
  /** `getTuple` of the newest checkpoint, of one by its id, and `list` of the ten newest. */
  latest: Timing;
  byId: Timing;
  list: Timing;
  /** `getTuple` of the newest checkpoint, by an open instance that never saw the thread. */
  firstLatest: Timing;
}

/** What all of them took. */
export interface ThreadFigures {
  /** Checkpoints in the thread when the first call was timed. */
  checkpoints: number;
  savers: SaverFigures[];
}

/** A subject at work. */
interface Running {
  subject: SaverSubject;
  folder: string;
  open: OpenSaver;
  thread: AgentThread;
}

const THREAD = "long-thread";
const LISTED = 10;
/** A new instance is opened for each of these, so one in so many rounds is enough. */
const ROUNDS_PER_FIRST_READ = 5;

/** Lets all savers keep one thread, by turns, and times them when it is of the given lengths, ascending. */
export async function measureSavers({
  lengths,
  rounds,
  folder,
  signal,
}: {
  lengths: readonly number[];
  rounds: number;
  folder: string;
  signal: AbortSignal;
}): Promise<ThreadFigures[]> {
  const total = (lengths.at(-1) ?? 0) + rounds;
  const progress = startProgress(total, "checkpoints");
  const running = await Promise.all(
    SAVER_SUBJECTS.map(async (subject): Promise<Running> => {
      const own = join(folder, subject.name);
      const open = await subject.open(own);
      return { subject, folder: own, open, thread: createAgentThread(open.saver, THREAD) };
    }),
  );
  const figures: ThreadFigures[] = [];
  let length = 0;
  try {
    for (const checkpoints of lengths) {
      for (; length < checkpoints; length++) {
        signal.throwIfAborted();
        await Promise.all(running.map(async ({ thread }) => thread.save(thread.next())));
        progress.advance(1, "savers: filling");
      }
      const watches = new Map(running.map((one) => [one, createStopwatch<SaverCall>()]));
      for (let round = 0; round < rounds; round++, length++) {
        signal.throwIfAborted();
        for (const one of inTurn(running, round)) {
          await measureRound(one, watches.get(one) ?? createStopwatch(), round);
        }
        progress.advance(1, "savers: timing");
      }
      figures.push({
        checkpoints,
        savers: Array.from(watches, ([{ subject }, watch]) => toFigures(subject.name, watch)),
      });
    }
  } finally {
    progress.stop();
    await Promise.all(running.map(({ open }) => open.close()));
  }
  return figures;
}

async function measureRound(
  { subject, folder, open: { saver }, thread }: Running,
  watch: Stopwatch<SaverCall>,
  round: number,
): Promise<void> {
  const { threadId, checkpointIds } = thread;
  const step = thread.next();
  await watch.time("step", () => thread.save(step));

  // As LangGraph asks. Without a namespace SqliteSaver would put all of the thread in order to list ten.
  const newest = { configurable: { thread_id: threadId, checkpoint_ns: "" } };
  const latest = await watch.time("latest", () => saver.getTuple(newest));
  if (latest?.checkpoint.id !== step.checkpoint.id) throw new Error(`${subject.name} is behind.`);

  const id = checkpointIds[(round * 977) % checkpointIds.length];
  const earlier = { configurable: { ...newest.configurable, checkpoint_id: id } };
  const found = await watch.time("byId", () => saver.getTuple(earlier));
  if (found?.checkpoint.id !== id) throw new Error(`${subject.name} did not find ${id}.`);

  const listed = await watch.time("list", async () => {
    let count = 0;
    for await (const _ of saver.list(newest, { limit: LISTED })) count += 1;
    return count;
  });
  const expected = Math.min(LISTED, checkpointIds.length);
  if (listed !== expected) throw new Error(`${subject.name} listed ${listed}.`);

  if (!subject.isLasting || round % ROUNDS_PER_FIRST_READ > 0) return;
  const other = await subject.open(folder);
  await other.saver.getTuple({ configurable: { thread_id: "another-thread" } });
  await watch.time("firstLatest", () => other.saver.getTuple(newest));
  await other.close();
}

function toFigures(name: string, { timing }: Stopwatch<SaverCall>): SaverFigures {
  return {
    name,
    step: timing("step"),
    latest: timing("latest"),
    byId: timing("byId"),
    list: timing("list"),
    firstLatest: timing("firstLatest"),
  };
}
