import { randomUUID } from "node:crypto";
import { link, mkdir, readdir, readFile, rm, rmdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { StoreError } from "../../errors.ts";
import { THIS_PROCESS } from "../../this-process.ts";
import { ifPresent } from "./if-present.ts";
import { isLeftBehind } from "./is-left-behind.ts";
import { makeLink } from "./make-link.ts";
import { shareHold } from "./share-hold.ts";
import { watchHolder } from "./watch-holder.ts";

/** This store among those that have the same folder open, here and in other processes. */
export interface Attendance {
  /** Whether the others know of this one: not where nothing can be written. */
  readonly isKnown: boolean;
  /** Where the stores of the folder meet. */
  readonly folder: string;
  /** The file there that says that this store is here, and of which process it is. */
  readonly card: string;
  /** Whether somebody who was here died without leaving, so that unfinished work may lie about. */
  readonly cameAfterACrash: boolean;
  /**
   * Runs a task while no other store has the folder open, and lets none in meanwhile. `false` when
   * there are others, or may be: on another machine one is known to be gone only when it says so.
   * Tasks of this store may overlap, but none begins once somebody waits to enter.
   */
  whileAlone(task: () => Promise<void>): Promise<boolean>;
  leave(): Promise<void>;
}

/** Below the store's folder. */
const MEETING_PLACE = "_maintenance";
const CARD = /^store-[\da-f-]+$/;
/** The card of who wants to be alone. */
const ALONE = "alone";
const POLL_MS = 50;

/** Codes of the failures after which nothing can be written at all, while reading may go on. */
const UNWRITABLE: ReadonlySet<string | undefined> = new Set(
  "EACCES EPERM EROFS ENOSPC EDQUOT".split(" "),
);

/**
 * Enters the folder of a store, so that others know of this one, after somebody who is alone with it.
 * `of` names a part of the folder that others than its own do not disturb; by default the memories.
 * Where nothing can be written, the store stays unknown: it can disturb nobody.
 *
 * @throws {StoreError} when the file system makes no hard links: LanceDB (0.39.0) commits by one.
 */
export async function attendFolder(
  uri: string,
  { of = "", linkFile = link }: { of?: string; linkFile?: typeof link } = {},
): Promise<Attendance> {
  const folder = join(uri, MEETING_PLACE, of);
  const name = `store-${randomUUID()}`;
  const card = join(folder, name);
  // Linked into place, so that whoever sees it can read it, and because it shows that links work.
  const draft = `${card}.new`;
  try {
    await writeDraft(folder, draft);
  } catch (error) {
    if (!UNWRITABLE.has((error as NodeJS.ErrnoException).code)) throw error;
    return {
      isKnown: false,
      folder,
      card,
      cameAfterACrash: false,
      whileAlone: async () => false,
      async leave() {},
    };
  }
  try {
    await linkFile(draft, card);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new StoreError(
      `The file system of "${uri}" makes no hard links (${code}), and without them no write is safe. Choose a folder on another one: exFAT and some network and container mounts have none.`,
      { operation: "open the store", cause: error },
    );
  } finally {
    await rm(draft, { force: true });
    await removeIfEmpty(folder);
  }
  const dead = await removeDead();
  const alone = join(folder, ALONE);
  const isAlive = watchHolder();
  while (await isAlive(alone)) await setTimeout(POLL_MS);
  const withAlone = shareHold({
    async take() {
      if (!(await isAlive(alone))) await rm(alone, { force: true });
      // Without a card this store could not be seen, and so is not alone.
      return (await ifPresent(makeLink(card, alone))) ?? false;
    },
    release: () => rm(alone, { force: true }),
  });

  return {
    isKnown: true,
    folder,
    card,
    cameAfterACrash: dead > 0,
    whileAlone: (task) =>
      withAlone(async (isHeld) => {
        if (!isHeld || (await hasOthers())) return false;
        await task();
        return true;
      }),
    async leave() {
      await rm(card, { force: true });
      await removeIfEmpty(folder);
      if (of !== "") await removeIfEmpty(join(uri, MEETING_PLACE));
    },
  };

  async function listCards(): Promise<string[]> {
    return (await readdir(folder)).filter((entry) => CARD.test(entry));
  }

  async function hasOthers(): Promise<boolean> {
    if ((await listCards()).every((entry) => entry === name)) return false;
    await removeDead();
    return (await listCards()).some((entry) => entry !== name);
  }

  async function removeDead(): Promise<number> {
    let removed = 0;
    for (const other of await listCards()) {
      const path = join(folder, other);
      const text = await ifPresent(readFile(path, "utf8"));
      if (text === undefined || !isLeftBehind(text)) continue;
      await rm(path, { force: true });
      removed += 1;
    }
    return removed;
  }
}

async function writeDraft(folder: string, draft: string): Promise<void> {
  for (;;) {
    await mkdir(folder, { recursive: true });
    const text = JSON.stringify(THIS_PROCESS);
    const isWritten = await ifPresent(writeFile(draft, text).then(() => true));
    // Else somebody left just then, and took the empty folder along.
    if (isWritten) return;
  }
}

/** Others may be there, and the last turn of the lock stays. */
async function removeIfEmpty(folder: string): Promise<void> {
  await rmdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOTEMPTY" && error.code !== "EEXIST" && error.code !== "ENOENT") {
      throw error;
    }
  });
}
