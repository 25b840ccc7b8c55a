import cliProgress from "cli-progress";

/** A bar on standard error: how far a long run is, how fast, and how long it still takes. */
export interface Progress {
  /** `steps` more are done, of the part that is called `part`. */
  advance(steps: number, part: string): void;
  stop(): void;
}

/** Where no terminal is, a line is printed instead, no more often than this. */
const LINE_EVERY_MS = 5_000;

const FIGURES = "{percentage}% | {value}/{total} {unit} | {rate}/s | {eta_formatted} left | {part}";

/** Starts a bar over `total` steps. It has to be stopped, or the process goes on. */
export function startProgress(total: number, unit: string): Progress {
  const bar = new cliProgress.SingleBar({
    format: process.stderr.isTTY ? `{bar} ${FIGURES}` : FIGURES,
    barCompleteChar: "█",
    barIncompleteChar: "░",
    barsize: 24,
    hideCursor: true,
    noTTYOutput: true,
    notTTYSchedule: LINE_EVERY_MS,
    // The time left is reckoned from so many steps: the default, ten, makes it jump.
    etaBuffer: 500,
  });
  const startedAt = performance.now();
  let done = 0;
  bar.start(total, 0, { unit, rate: 0, part: "" });
  return {
    advance(steps, part) {
      done += steps;
      const seconds = (performance.now() - startedAt) / 1_000;
      bar.increment(steps, { rate: Math.round(done / seconds), part });
    },
    stop: () => bar.stop(),
  };
}
