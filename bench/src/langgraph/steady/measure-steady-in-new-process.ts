import { askNewProcess } from "../../ask-new-process.ts";
import type { Timing } from "../../report/timing.ts";

/** What the new process is to measure. */
export interface SteadyRequest {
  /** Empty; keeps what is written. */
  folder: string;
  /** Commits of the young place and of the old one before anything is timed. */
  commits: { young: number; old: number };
  /** Steps that are timed at each. */
  rounds: number;
}

/** What a saver took after so many commits. */
export interface SteadyFigures {
  commits: number;
  /** `put` and the `putWrites` of its tasks. */
  step: Timing;
  /** `getTuple` of the newest checkpoint and of an earlier one. */
  latest: Timing;
  byId: Timing;
  /** Of a process that does nothing else, when it had made these commits. */
  residentBytes: number;
  /** Files and versions are looked after behind the calls: what there was of them in the end. */
  fragments: number;
  folderBytes: number;
}

/** A saver on a young place, and on an old one. */
export interface Steadiness {
  young: SteadyFigures;
  old: SteadyFigures;
}

const SCRIPT = new URL("measure.ts", import.meta.url);

/**
 * Measures our saver in a process of its own.
 *
 * @throws {BenchError} when that process fails.
 */
export async function measureSteadyInNewProcess(
  request: SteadyRequest,
  signal: AbortSignal,
): Promise<Steadiness> {
  return askNewProcess(SCRIPT, request, signal);
}
