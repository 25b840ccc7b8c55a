import type { Terminal } from "./screen.ts";

/** How far long work is, on one line of standard error. */
export interface Progress extends Disposable {
  show(done: number, total?: number): void;
}

const WIDTH = 24;
/** More often is seen by nobody, and costs time. */
const LEAST_MS = 80;

/** A bar, on a terminal only; it goes when it is disposed of. Without a total it counts. */
export function showProgress({ stderr }: Terminal, label: string): Progress {
  if (stderr.isTTY !== true) return { show() {}, [Symbol.dispose]() {} };
  let shownAt = Number.NEGATIVE_INFINITY;
  return {
    show(done, total) {
      const isLast = done === total;
      if (!isLast && performance.now() - shownAt < LEAST_MS) return;
      shownAt = performance.now();
      stderr.write(`\r\u001B[K${label} ${total === undefined ? done : drawBar(done, total)}`);
    },
    [Symbol.dispose]: () => stderr.write("\r\u001B[K"),
  };
}

function drawBar(done: number, total: number): string {
  const share = total === 0 ? 1 : Math.min(done / total, 1);
  const filled = Math.round(share * WIDTH);
  return `${"█".repeat(filled)}${"░".repeat(WIDTH - filled)} ${Math.floor(share * 100)} %  ${done} of ${total}`;
}
