/** Ends the process: for a failure behind a call, which would make a figure of nothing. */
export function rethrow(error: unknown): void {
  queueMicrotask(() => {
    throw error;
  });
}
