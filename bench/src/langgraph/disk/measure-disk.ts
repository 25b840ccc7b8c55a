import { join } from "node:path";
import { LanceDBSaver } from "@palimpsest/langgraph";
import { folderSize } from "../../report/folder-size.ts";
import { startProgress } from "../../report/progress.ts";
import type { Timing } from "../../report/timing.ts";
import { inTurn } from "../in-turn.ts";
import { OURS, SAVER_SUBJECTS, SQLITE } from "../savers/saver-subjects.ts";
import { createStopwatch } from "../stopwatch.ts";
import { createLookUpAgent, type Durability } from "./look-up-agent.ts";

/** What an agent's conversation left on disk. */
export interface DiskFigures {
  saver: string;
  durability: Durability;
  /** One turn of the agent. */
  turn: Timing;
  /** The messages in the end, as JSON. */
  messageBytes: number;
  /** The folder, when the saver was let go of. */
  folderBytes: number;
  /** The same after `maintain()`, which leaves the newest version only; `NaN` where there is no such thing. */
  newestBytes: number;
}

const DURABILITIES: readonly Durability[] = ["async", "exit"];

/** Lets the same agent talk with each saver, by turns, and measures what is on disk afterwards. */
export async function measureDisk({
  turns,
  folder,
  signal,
}: {
  turns: number;
  folder: string;
  signal: AbortSignal;
}): Promise<DiskFigures[]> {
  const subjects = SAVER_SUBJECTS.filter(({ name }) => name === OURS || name === SQLITE);
  const running = await Promise.all(
    DURABILITIES.flatMap((durability) =>
      subjects.map(async (subject) => {
        const own = join(folder, `${subject.name} ${durability}`);
        const { saver, close } = await subject.open(own);
        const agent = createLookUpAgent(saver, durability);
        const watch = createStopwatch<"turn">();
        return { subject, durability, folder: own, close, agent, watch };
      }),
    ),
  );
  const progress = startProgress(turns, "turns");
  try {
    for (let turn = 0; turn < turns; turn++) {
      signal.throwIfAborted();
      for (const { agent, watch } of inTurn(running, turn)) {
        await watch.time("turn", () => agent.takeTurn());
      }
      progress.advance(1, "disk");
    }
  } finally {
    progress.stop();
    await Promise.all(running.map(({ close }) => close()));
  }
  const figures: DiskFigures[] = [];
  for (const { subject, durability, folder: own, agent, watch } of running) {
    figures.push({
      saver: subject.name,
      durability,
      turn: watch.timing("turn"),
      messageBytes: agent.messageBytes(),
      folderBytes: await folderSize(own),
      newestBytes: subject.name === OURS ? await sizeOfNewest(own) : Number.NaN,
    });
  }
  return figures;
}

async function sizeOfNewest(uri: string): Promise<number> {
  const saver = new LanceDBSaver({ uri });
  await saver.maintain();
  await saver.end();
  return folderSize(uri);
}
