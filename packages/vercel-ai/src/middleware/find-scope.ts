import type { Scope } from "@palimpsest/core";
import { InvalidInputError, readScope, report } from "@palimpsest/core/adapter";
import type { CallParams } from "./call-types.ts";
import type { MemoryMiddlewareOptions } from "./options.ts";
import { hasIds } from "./has-ids.ts";

/**
 * Whose memory a call is about: the call's own scope, else that of the options. `undefined` when there
 * is none and the options let such calls pass without memory.
 *
 * @throws {InvalidInputError} when there is none and `missingScope` is not `skip`, or an id is blank.
 */
export function findScope(
  called: Scope | undefined,
  { providerOptions, prompt }: CallParams,
  { scope, missingScope, onError }: MemoryMiddlewareOptions,
): Scope | undefined {
  if (called) return called;
  let cause: unknown;
  try {
    const found = typeof scope === "function" ? scope({ providerOptions, prompt }) : scope;
    if (found && hasIds(found)) return readScope(found);
  } catch (error) {
    if (InvalidInputError.isInstance(error)) throw error;
    cause = error;
  }
  if (missingScope === "skip") {
    if (cause !== undefined) report(onError, cause, { phase: "callback" });
    return undefined;
  }
  throw new InvalidInputError(
    "It is not known whose memory this call is about. Spread memoryCall({ userId }) into the call, or " +
      'give the middleware a scope. With missingScope: "skip" such calls are answered without memory.',
    { parameter: "scope", cause },
  );
}
