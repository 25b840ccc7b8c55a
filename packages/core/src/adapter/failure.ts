import type { Scope } from "../scope.ts";

/** What an adapter was doing when memory failed, and for whom. */
export interface AdapterFailure {
  /** `recall`: before an answer; `remember`: after it; `callback`: a function that the application gave. */
  readonly phase: "recall" | "remember" | "callback";
  readonly scope?: Scope | undefined;
}

/** Is told of every failure that an adapter keeps from the chat. What it throws is dropped. */
export type OnAdapterError = (error: unknown, failure: AdapterFailure) => void;

/** Tells of a failure, whatever comes of that. */
export function report(
  onError: OnAdapterError | undefined,
  error: unknown,
  failure: AdapterFailure,
): void {
  // An async onError is allowed where nothing is awaited; its rejection, unhandled, would end the process.
  const tell = async () =>
    onError
      ? onError(error, failure)
      : console.error(`Memory failed (${failure.phase}); the chat goes on.`, error);
  void tell().catch((second: unknown) => console.error("onError failed.", second, error));
}
