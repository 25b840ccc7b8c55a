import type { Terminal } from "./screen.ts";

/** Says how far the work is. Without a total it counts. */
export type ShowProgress = (done: number, total?: number) => void;

const WIDTH = 24;
/** More often is seen by nobody, and costs time. */
const LEAST_MS = 80;
/** To the beginning of the line, which is emptied. */
const CLEAR = "\r\u001B[K";

/** What `work` resolves with; meanwhile a line of standard error shows how far it is, on a terminal only. */
export async function withProgress<RESULT>(
  { stderr }: Terminal,
  label: string,
  work: (show: ShowProgress) => Promise<RESULT>,
): Promise<RESULT> {
  if (stderr.isTTY !== true) return work(() => {});
  let shownAt = Number.NEGATIVE_INFINITY;
  try {
    return await work((done, total) => {
      if (done !== total && performance.now() - shownAt < LEAST_MS) return;
      shownAt = performance.now();
      stderr.write(`${CLEAR}${label} ${total === undefined ? done : drawBar(done, total)}`);
    });
  } finally {
    stderr.write(CLEAR);
  }
}

function drawBar(done: number, total: number): string {
  const share = total === 0 ? 1 : Math.min(done / total, 1);
  const filled = Math.round(share * WIDTH);
  return `${"█".repeat(filled)}${"░".repeat(WIDTH - filled)} ${Math.floor(share * 100)} %  ${done} of ${total}`;
}
