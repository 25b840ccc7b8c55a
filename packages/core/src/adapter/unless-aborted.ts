/**
 * The result of a promise, of which nobody waits for more once the signal is aborted: then it rejects
 * with the signal's reason, also where the work behind the promise takes no signal.
 */
export async function unlessAborted<RESULT>(
  work: Promise<RESULT>,
  signal: AbortSignal,
): Promise<RESULT> {
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const abort = () => reject(signal.reason);
  signal.addEventListener("abort", abort, { once: true });
  // What was aborted before, perhaps by the beginning of the work itself, tells nobody again.
  if (signal.aborted) abort();
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener("abort", abort);
  }
}
