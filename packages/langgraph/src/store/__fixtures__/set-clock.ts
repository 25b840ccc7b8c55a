import { onTestFinished, vi } from "vitest";

/** Sets what time it is, until the test is over or it is set again. Timers go on as ever. */
export function setClock(time: string | Date): void {
  if (!vi.isFakeTimers()) {
    vi.useFakeTimers({ toFake: ["Date"] });
    onTestFinished(() => {
      vi.useRealTimers();
    });
  }
  vi.setSystemTime(time);
}
