/** Tells of a failure that no call fails for, where nobody else is told: as a warning of the process. */
export function warn(error: unknown): void {
  process.emitWarning(error instanceof Error ? error : String(error));
}
