/** Tells of a failure that no call rejects with, whatever comes of that. */
export type Report = (error: unknown) => void;

/** Reports to `onError`; without it, and where it fails itself, by a warning of the process. */
export function createReport(onError: Report = warn): Report {
  return (failure) => {
    // An async one is allowed; its rejection, unhandled, would end the process.
    const tell = async () => onError(failure);
    void tell().catch((second: unknown) => {
      warn(failure);
      warn(second);
    });
  };
}

function warn(error: unknown): void {
  process.emitWarning(error instanceof Error ? error : String(error));
}
