import { createMeter } from "../calls/meter.ts";
import type { Engine } from "../engine.ts";
import { beginEpisode } from "../episodes/begin-episode.ts";
import { retryPending } from "../episodes/retry-pending.ts";
import { readChoice, readOptionalText } from "../input/read-values.ts";
import type { AddReport, Message } from "../record.ts";
import { ownerKey } from "../scope.ts";
import { attemptEpisode, type AddResult } from "./attempt-episode.ts";
import { readExchange, type ExchangeOptions } from "./read-exchange.ts";

/** What `add` takes beside the messages. */
export type AddOptions = ExchangeOptions & {
  /** The same key in the same scope is processed once, whatever the messages. */
  idempotencyKey?: string | undefined;
  /** `background` resolves once the exchange is durable; the rest goes on behind. Default: `await`. */
  mode?: "await" | "background" | undefined;
};

/** Keeps an exchange and distils it into memory. Exchanges of one owner are processed in the order of the calls. */
export async function add(
  engine: Engine,
  messages: string | readonly Message[],
  options: AddOptions,
): Promise<AddResult> {
  const exchange = readExchange(engine, messages, options);
  const idempotencyKey = readOptionalText(options.idempotencyKey, "idempotencyKey");
  const mode = readChoice(options.mode, "mode", ["await", "background"]);
  const { signal } = options;
  signal?.throwIfAborted();

  const begun = begin();
  // The queue may be long: until its turn, the beginning's failure is told by nobody else.
  const turn = begun.catch(() => undefined);
  const processed = engine.owners.run(ownerKey(exchange.scope), async () => {
    await turn;
    const { store, row, isNew } = await begun;
    return isNew ? attemptEpisode(engine, store, row, signal) : toResult(row.key, "duplicate");
  });
  if (mode === "background") {
    const { row, isNew } = await begun;
    engine.inBackground("add", () => processed);
    return toResult(row.key, isNew ? "pending" : "duplicate");
  }
  const result = await processed;
  if (result.report.status === "processed" && engine.hasPostponed) {
    engine.inBackground("retry", () => retryPending(engine));
  }
  return result;

  async function begin() {
    const store = await engine.store();
    return { store, ...(await beginEpisode(engine, store, exchange, { idempotencyKey })) };
  }

  function toResult(episodeId: string, status: AddReport["status"]): AddResult {
    const usage = createMeter();
    const id = engine.settings.newId();
    return { results: [], report: { id, episodeId, status, decisions: [], usage, durationMs: 0 } };
  }
}
