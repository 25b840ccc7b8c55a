import type { CallParams } from "./call-types.ts";
import type { MemoryCall } from "./memory-call.ts";

/** What middleware of this package, further out, has done with a call. */
export interface OuterCall {
  /** The memories that the call has been given. */
  readonly memories: readonly object[];
  /** What the call said before that was taken out of it. */
  readonly call: MemoryCall;
}

// A symbol, because it survives the `{ ...params }` of other middleware, and is lost in JSON. It is
// shared by all copies of the package.
const OUTER = Symbol.for("palimpsest.outer-call");

/** What was done with a call further out; `undefined` for a call that comes from the application. */
export function readOuterCall(params: CallParams & { [OUTER]?: OuterCall }): OuterCall | undefined {
  return params[OUTER];
}

/** The call, with a note of what was done with it for middleware further in. */
export function noteOuterCall(params: CallParams, outer: OuterCall): CallParams {
  return Object.assign({ ...params }, { [OUTER]: outer });
}
