import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { BenchError } from "../bench-error.ts";
import type { Timing } from "../report/timing.ts";
import type { StorePlan } from "./plan-store.ts";

/** What the new process is to measure. */
export interface MeasureRequest {
  uri: string;
  dimensions: number;
  plan: StorePlan;
  searches: number;
  adds: number;
}

/** What the new process measured. */
export interface Measured {
  /** `memory.search`, on a store at rest. */
  search: Timing;
  /** The share of the truly nearest ten that the store finds. */
  recall: number;
  /** `memory.get`. */
  lookUp: Timing;
  /** `memory.search` and recall in the scope of the one user with many memories. */
  largeScope?: { search: Timing; recall: number };
  /** `memory.add` of two facts, of which every third merges one into what is known. */
  add: Timing;
  /** `memory.search` between those. */
  searchBetweenAdds: Timing;
  /** Of the process, which did nothing else. */
  residentBytes: number;
}

const SCRIPT = fileURLToPath(new URL("measure.ts", import.meta.url));

/**
 * Measures a filled store in a process of its own, whose memory is that of a server.
 *
 * @throws {BenchError} when that process fails.
 */
export async function measureInNewProcess(request: MeasureRequest): Promise<Measured> {
  const child = fork(SCRIPT, { execArgv: ["--conditions=@palimpsest/source"] });
  let measured: Measured | undefined;
  child.on("message", (message) => {
    measured = message as Measured;
  });
  child.send(request);
  const [[code]] = await Promise.all([once(child, "exit"), once(child, "disconnect")]);
  if (code !== 0 || measured === undefined) {
    throw new BenchError(`The process that measured ${request.uri} failed with code ${code}.`);
  }
  return measured;
}
