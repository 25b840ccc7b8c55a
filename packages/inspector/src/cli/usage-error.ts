/** The command line cannot be meant so: what is wrong with it, in words for who typed it. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "UsageError";
  }
}
