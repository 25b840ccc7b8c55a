import type { Scope } from "@palimpsest/core";
import { InvalidInputError, readScope } from "@palimpsest/core/adapter";
import type { CallParams } from "./call-types.ts";
import { hasIds } from "./has-ids.ts";

/** The name under which this package reads provider options and writes provider metadata. */
export const NAMESPACE = "palimpsest";

/**
 * Says whose memory a call is about: spread it into `generateText`, `streamText` or an agent's call.
 *
 * `recall: false` and `remember: false` turn one half off for this call; nothing here turns on what the
 * options of the middleware turned off. Beside other provider options write
 * `providerOptions: { openai: {…}, ...memoryCall({ userId }).providerOptions }`, because of two
 * `providerOptions` in one object the later takes the place of the earlier.
 *
 * @throws {InvalidInputError} when there is no id, or one is blank.
 */
export function memoryCall({
  recall,
  remember,
  ...ids
}: Scope & { recall?: boolean; remember?: boolean }): {
  // Not the SDK's JSONObject: who exports what he got here could not name its type, which is declared
  // in @ai-sdk/provider (TS2883), and that of AI SDK 6 is another.
  providerOptions: { palimpsest: Record<string, string | boolean | undefined> };
} {
  const switches = readSwitches({ recall, remember });
  return { providerOptions: { [NAMESPACE]: { ...readScope(ids), ...switches } } };
}

/** What a call says about its memory. */
export interface MemoryCall {
  readonly scope?: Scope | undefined;
  readonly recall?: boolean;
  readonly remember?: boolean;
}

/** What the provider options of a call say about its memory. */
export function readCall(providerOptions: CallParams["providerOptions"]): MemoryCall {
  const call: unknown = providerOptions?.[NAMESPACE];
  if (call === undefined) return {};
  if (typeof call !== "object" || call === null) {
    throw new InvalidInputError(
      `providerOptions.${NAMESPACE} must be an object: spread memoryCall({ userId }) into the call.`,
      { parameter: `providerOptions.${NAMESPACE}`, value: call },
    );
  }
  const { recall, remember, ...ids } = call as Readonly<Record<string, unknown>>;
  return { ...(hasIds(ids) && { scope: readScope(ids) }), ...readSwitches({ recall, remember }) };
}

/**
 * A call without what is ours in its provider options. That must not reach the provider: the AI Gateway
 * sends all of them over the wire, the user's id with them (ai 7.0.173).
 */
export function withoutCall({ providerOptions, ...params }: CallParams): CallParams {
  if (!providerOptions) return params;
  const { [NAMESPACE]: _, ...others } = providerOptions;
  return Object.keys(others).length > 0 ? { ...params, providerOptions: others } : params;
}

function readSwitches(switches: {
  recall: unknown;
  remember: unknown;
}): Pick<MemoryCall, "recall" | "remember"> {
  const given = Object.entries(switches).filter(([, value]) => value !== undefined);
  for (const [parameter, value] of given) {
    if (typeof value === "boolean") continue;
    throw new InvalidInputError(`${parameter} must be true or false.`, { parameter, value });
  }
  return Object.fromEntries(given);
}
