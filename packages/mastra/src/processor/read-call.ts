import type { RequestContext } from "@mastra/core/request-context";
import { InvalidInputError } from "@palimpsest/core/adapter";

/**
 * The key of a RequestContext under which a request turns memory off, like
 * `requestContext.set(LONG_TERM_KEY, { capture: false })`. Agents that share the context share that.
 */
export const LONG_TERM_KEY = "palimpsest";

/**
 * What a request says about its memory. It turns nothing on that the options turned off, and does not
 * say whose memory it is: servers of Mastra take a context from the body of a request.
 */
export interface LongTermCall {
  readonly recall?: boolean | undefined;
  readonly capture?: boolean | undefined;
}

/** @throws {InvalidInputError} when the context says something else under this key. */
export function readCall(requestContext: RequestContext | undefined): LongTermCall {
  const call: unknown = requestContext?.get(LONG_TERM_KEY);
  if (call === undefined) return {};
  if (!isCall(call)) {
    throw new InvalidInputError(
      `"${LONG_TERM_KEY}" of a RequestContext takes { recall, capture }, each true or false.`,
      { parameter: LONG_TERM_KEY, value: call },
    );
  }
  return call;
}

function isCall(call: unknown): call is LongTermCall {
  return (
    typeof call === "object" &&
    call !== null &&
    Object.entries(call).every(
      ([name, value]) =>
        ["recall", "capture"].includes(name) && ["boolean", "undefined"].includes(typeof value),
    )
  );
}
