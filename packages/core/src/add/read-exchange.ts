import type { Engine } from "../engine.ts";
import { InvalidInputError } from "../errors.ts";
import { separateRecalledMessages, type Exchange } from "../episodes/exchange.ts";
import { readMessages } from "../input/read-messages.ts";
import { readDate, readMetadata, readOptionalText } from "../input/read-values.ts";
import type { Json } from "../record.ts";
import { parseScope, type Scope } from "../scope.ts";

/** What `add` and `plan` take beside the messages. */
export type ExchangeOptions = Scope & {
  /** When the exchange happened; relative dates are reckoned from it. Default: now. */
  at?: Date | undefined;
  /** Goes to every memory that comes of the exchange. */
  metadata?: Record<string, Json> | undefined;
  /** What the extractor should heed this time. */
  instructions?: string | undefined;
  signal?: AbortSignal | undefined;
};

/**
 * The exchange that a call is about.
 *
 * @throws {InvalidInputError} when it cannot be one.
 */
export function readExchange(
  { settings }: Engine,
  messages: unknown,
  options: ExchangeOptions,
): Exchange {
  const scope = parseScope(options);
  const said = separateRecalledMessages(readMessages(messages, settings.limits));
  if (said.messages.length === 0) {
    throw new InvalidInputError("The messages hold nothing but recalled memories.", {
      parameter: "messages",
    });
  }
  return {
    scope,
    at: readDate(options.at, "at") ?? settings.now(),
    ...said,
    metadata: readMetadata(options.metadata, settings.limits),
    instructions: readOptionalText(options.instructions, "instructions"),
  };
}
