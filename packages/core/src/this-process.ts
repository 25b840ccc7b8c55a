import { randomUUID } from "node:crypto";
import { readlinkSync } from "node:fs";
import { hostname } from "node:os";

/** A process as others know it that share a folder with it. */
export interface ProcessIdentity {
  /** Where its number means something. */
  readonly place: string;
  readonly pid: number;
}

/** This process. */
export const THIS_PROCESS: ProcessIdentity = { place: findPlace(), pid: process.pid };

/**
 * Whether a process is certainly gone. One in another place cannot be looked for, and one whose
 * number was given to another looks alive: both are `false`.
 */
export function isGone({ place, pid }: ProcessIdentity): boolean {
  if (place !== THIS_PROCESS.place) return false;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    // EPERM: it is there, and somebody else's.
    return (error as NodeJS.ErrnoException).code === "ESRCH";
  }
}

/**
 * The machine, and on Linux the container: those of one machine may share its name, not their numbers.
 * Without slashes. Where nothing tells the container, a place of its own: nobody is known to be gone there.
 */
export function findPlace(readNamespace = () => readlinkSync("/proc/self/ns/pid")): string {
  if (process.platform !== "linux") return hostname();
  try {
    return `${hostname()}${readNamespace().replace(/\D+/g, "-")}`;
  } catch {
    return `${hostname()}-${randomUUID()}`;
  }
}
