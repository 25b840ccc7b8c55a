import { readdir, rename, rm, utimes } from "node:fs/promises";
import { join } from "node:path";
import type { Attendance } from "./attend-folder.ts";
import { ifPresent } from "./if-present.ts";
import { makeLink } from "./make-link.ts";
import { watchHolder } from "./watch-holder.ts";

/** A lock that processes take turns with, in a folder that they share. */
export interface FolderLock {
  /** Takes it; `undefined` while another holder has it. Waits for nobody. */
  tryHold(): Promise<Hold | undefined>;
}

/** The lock is ours until `release`. */
export interface Hold {
  release(): Promise<void>;
}

/** How often a holder shows that it lives. Most runs end before the first time. */
const HEARTBEAT_MS = 5_000;

/** A turn at the lock: number n of those that there ever were, and whether it is over. */
interface Turn {
  readonly number: number;
  readonly isOver: boolean;
  readonly file: string;
}

/**
 * The lock of a folder that this store attends.
 *
 * Turn n is a file `lock-<n>`, a link to the holder's card, and `free-<n>` when it is over. Who
 * makes turn n + 1 holds the lock: only one can, and as a number is never used again, a holder that
 * was late or was thought dead takes it from nobody.
 */
export function createFolderLock(
  { folder, card }: Pick<Attendance, "folder" | "card">,
  timing: { silenceMs?: number; heartbeatMs?: number } = {},
): FolderLock {
  const isAlive = watchHolder(timing.silenceMs);

  return {
    async tryHold() {
      const last = (await listTurns()).at(-1);
      if (last && !last.isOver && (await isAlive(last.file))) return undefined;
      const number = (last?.number ?? 0) + 1;
      const file = toFile("lock", number);
      if (!(await makeLink(card, file))) return undefined;
      const turns = await listTurns();
      // Others may have come and gone since we looked.
      if (turns.some((turn) => turn.file !== file && turn.number >= number)) {
        await rm(file, { force: true });
        return undefined;
      }
      for (const turn of turns) if (turn.number < number) await rm(turn.file, { force: true });
      return hold(file, number);
    },
  };

  function hold(file: string, number: number): Hold {
    const heartbeat = setInterval(() => {
      const now = new Date();
      // A beat that is missed is no failure, the next may go through; after many the lock is somebody else's.
      utimes(file, now, now).catch(() => {});
    }, timing.heartbeatMs ?? HEARTBEAT_MS).unref();
    return {
      async release() {
        clearInterval(heartbeat);
        // It is not there any more if we were silent for too long.
        await ifPresent(rename(file, toFile("free", number)));
      },
    };
  }

  function toFile(state: "lock" | "free", number: number): string {
    return join(folder, `${state}-${String(number).padStart(12, "0")}`);
  }

  /** The turns that still have a file, the last one last. */
  async function listTurns(): Promise<Turn[]> {
    return (await readdir(folder))
      .flatMap((name) => {
        const [, state, digits] = /^(lock|free)-(\d+)$/.exec(name) ?? [];
        if (state === undefined) return [];
        return [{ number: Number(digits), isOver: state === "free", file: join(folder, name) }];
      })
      .toSorted((a, b) => a.number - b.number || Number(b.isOver) - Number(a.isOver));
  }
}
