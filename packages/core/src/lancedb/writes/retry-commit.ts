import { setTimeout } from "node:timers/promises";
import { isConflict, isVanished } from "../store-errors.ts";

/** LanceDB (0.39.0) tries a commit again itself, but not a deletion as often as writers come first. */
const ATTEMPTS = 10;
const LONGEST_PAUSE_MS = 50;

/** Makes a commit that takes nothing of what others wrote for granted, again where others came first. */
export async function retryCommit(commit: () => Promise<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await commit();
      return;
    } catch (error) {
      if (attempt === ATTEMPTS || !(isConflict(error) || isVanished(error))) throw error;
      await setTimeout(Math.random() * LONGEST_PAUSE_MS);
    }
  }
}
