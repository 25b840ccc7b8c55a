import { createMeter } from "../calls/meter.ts";
import type { Engine } from "../engine.ts";
import type { Decision, Message } from "../record.ts";
import { decideOnFacts, findFacts } from "./decide.ts";
import { redactExchange } from "../redact/redact-exchange.ts";
import { redactInput } from "../redact/redact-input.ts";
import { readContext } from "./read-context.ts";
import { readExchange, type ExchangeOptions } from "./read-exchange.ts";

/** The decisions that `add` would take now, with nothing written. */
export async function plan(
  engine: Engine,
  messages: string | readonly Message[],
  options: ExchangeOptions,
): Promise<{ decisions: Decision[] }> {
  const given = readExchange(engine, messages, options);
  const { input: exchange } = await redactInput(engine, given.scope, (redactor) =>
    redactExchange(redactor, given),
  );
  const undertaking = {
    engine,
    exchange,
    store: await engine.store(),
    episodeId: engine.settings.newId(),
    meter: createMeter(),
    signal: options.signal,
  };
  const { input } = await readContext(engine, undertaking.store, exchange);
  const { facts, refused } = await findFacts(undertaking, input);
  const rulings = await decideOnFacts(undertaking, facts);
  return { decisions: [...refused, ...rulings].map(({ decision }) => decision) };
}
