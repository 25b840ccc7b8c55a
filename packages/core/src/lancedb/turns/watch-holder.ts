import { readFile, stat } from "node:fs/promises";
import { ifPresent } from "./if-present.ts";
import { isLeftBehind } from "./is-left-behind.ts";

/** A holder that shows nothing for so long is taken for dead: its machine is gone, or it hangs. */
const SILENCE_MS = 60_000;

/**
 * Tells whether the process lives that holds a file, which names it and is touched by it all the
 * while. Dead is a process that this machine does not know; else a file that did not change while
 * it was watched for a minute, by a clock that nobody can set.
 */
export function watchHolder(silenceMs: number = SILENCE_MS): (file: string) => Promise<boolean> {
  let watched: { file: string; changedAt: number; since: number } | undefined;

  return async (file) => {
    const holder = await ifPresent(readFile(file, "utf8"));
    if (holder === undefined || isLeftBehind(holder)) return false;
    const changedAt = (await ifPresent(stat(file)))?.mtimeMs ?? 0;
    if (watched?.file !== file || watched.changedAt !== changedAt) {
      watched = { file, changedAt, since: performance.now() };
    }
    return performance.now() - watched.since < silenceMs;
  };
}
