/** Tells of what no call fails for, where nobody else is told. */
export function warn(error: unknown): void {
  process.emitWarning(error instanceof Error ? error : String(error));
}
