/** Tells of a failure that no call rejects with, whatever comes of that. */
export type Report = (error: unknown) => void;

/** Reports to `onError`; without it, and where it fails itself, by a warning of the process. */
export function createReport(onError: ((error: unknown) => void) | undefined): Report {
  return (error) => {
    if (!onError) return warn(error);
    // An async onError is allowed where nothing is awaited; its rejection, unhandled, would end the process.
    const tell = async () => onError(error);
    void tell().catch((second: unknown) => {
      warn(error);
      warn(second);
    });
  };
}

function warn(error: unknown): void {
  process.emitWarning(error instanceof Error ? error : String(error));
}
