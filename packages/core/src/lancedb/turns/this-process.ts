import { readlinkSync } from "node:fs";
import { hostname } from "node:os";

/** A process as others on the same folder know it. */
export interface ProcessIdentity {
  /** Where its number means something. */
  readonly place: string;
  readonly pid: number;
}

/** This process. */
export const THIS_PROCESS: ProcessIdentity = { place: findPlace(), pid: process.pid };

/**
 * Whether the process is certainly gone that wrote this of itself. One in another place cannot be
 * looked for, and one whose number was given to another looks alive: both are `false`. What cannot be
 * read was left by a power cut: somebody who is here has written it whole before it could be seen.
 */
export function isGone(written: string): boolean {
  const identity = readIdentity(written);
  if (identity === undefined) return true;
  if (identity.place !== THIS_PROCESS.place) return false;
  try {
    process.kill(identity.pid, 0);
    return false;
  } catch (error) {
    // EPERM: it is there, and somebody else's.
    return (error as NodeJS.ErrnoException).code === "ESRCH";
  }
}

function readIdentity(written: string): ProcessIdentity | undefined {
  try {
    return JSON.parse(written) as ProcessIdentity;
  } catch {
    return undefined;
  }
}

/** The machine, and on Linux the container: those of one machine may share its name, not their numbers. */
function findPlace(): string {
  const namespace = process.platform === "linux" ? readlinkSync("/proc/self/ns/pid") : "";
  return `${hostname()}${namespace.replace(/\D+/g, "-")}`;
}
