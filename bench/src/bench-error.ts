/** A failure whose message says all there is to say: it is printed without a stack. */
export class BenchError extends Error {
  override readonly name: string = "BenchError";
  /** What the process ends with. */
  readonly exitCode: number = 1;
}

/** A command line that cannot be meant; `usage` shows one that can. */
export class UsageError extends BenchError {
  override readonly name = "UsageError";
  override readonly exitCode = 2;
  readonly usage: string;

  constructor(message: string, usage: string) {
    super(message);
    this.usage = usage;
  }
}
