import { askNewProcess } from "../ask-new-process.ts";
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

const SCRIPT = new URL("measure.ts", import.meta.url);

/**
 * Measures a filled store in a process of its own.
 *
 * @throws {BenchError} when that process fails.
 */
export async function measureInNewProcess(
  request: MeasureRequest,
  signal: AbortSignal,
): Promise<Measured> {
  return askNewProcess(SCRIPT, request, signal);
}
