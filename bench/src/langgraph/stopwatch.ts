import { toTiming, type Timing } from "../report/timing.ts";

/** Times calls, kept apart by what they do. */
export interface Stopwatch<CALL extends string> {
  /** Runs a call, and gives what it gives. */
  time: <RESULT>(call: CALL, work: () => Promise<RESULT>) => Promise<RESULT>;
  /** What the calls of a kind took; `NaN` when there was none. */
  timing: (call: CALL) => Timing;
}

/** A stopwatch that has timed nothing yet. */
export function createStopwatch<CALL extends string>(): Stopwatch<CALL> {
  const milliseconds = new Map<CALL, number[]>();
  return {
    async time(call, work) {
      const startedAt = performance.now();
      const result = await work();
      const ended = performance.now() - startedAt;
      milliseconds.set(call, [...(milliseconds.get(call) ?? []), ended]);
      return result;
    },
    timing: (call) => toTiming(milliseconds.get(call) ?? []),
  };
}
