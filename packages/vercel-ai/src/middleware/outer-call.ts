import type { CallParams } from "./call-types.ts";
import type { MemoryCall } from "./memory-call.ts";

/** What middleware of this package, further out, has done with a call. */
export interface OuterCall {
  /** The memories that the call has been given. */
  readonly memories: readonly object[];
  /** What the call said before that was taken out of it. */
  readonly call: MemoryCall;
}

// A symbol, because it is lost in JSON; it is shared by all copies of the package. It stands on the
// parameters, where the `{ ...params, prompt }` of other middleware keeps it, and on the prompt, where
// what merges parameters does: `defaultSettingsMiddleware` drops symbols (ai 7.0.173), and keeps arrays.
const OUTER = Symbol.for("palimpsest.outer-call");

interface Noted {
  readonly [OUTER]?: OuterCall;
}

/** What was done with a call further out; `undefined` for a call that comes from the application. */
export function readOuterCall(params: Pick<CallParams, "prompt">): OuterCall | undefined {
  return (params as Noted)[OUTER] ?? (params.prompt as Noted)[OUTER];
}

/** The call, with a note of what was done with it for middleware further in. */
export function noteOuterCall<PARAMS extends { prompt: readonly object[] }>(
  params: PARAMS,
  outer: OuterCall,
): PARAMS {
  const prompt = Object.defineProperty([...params.prompt], OUTER, { value: outer });
  return { ...params, [OUTER]: outer, prompt };
}
