/** Calls a function of the application, whose failure, also a later one, is told and not thrown. */
export function callBack(call: () => unknown, onFailure: (error: unknown) => void): void {
  const run = async () => call();
  void run().catch(onFailure);
}
