import { createMeter } from "../calls/meter.ts";
import type { Engine } from "../engine.ts";
import { draftEpisode, keepEpisode } from "../episodes/begin-episode.ts";
import { release } from "../episodes/claims.ts";
import { retryPending } from "../episodes/retry-pending.ts";
import { readChoice, readOptionalText } from "../input/read-values.ts";
import type { AddReport, Message } from "../record.ts";
import { redactExchange } from "../redact/redact-exchange.ts";
import { redactInput } from "../redact/redact-input.ts";
import { ownerKey } from "../scope.ts";
import { attemptEpisode, type AddResult } from "./attempt-episode.ts";
import { readContext } from "./read-context.ts";
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
  const given = readExchange(engine, messages, options);
  const idempotencyKey = readOptionalText(options.idempotencyKey, "idempotencyKey");
  const mode = readChoice(options.mode, "mode", ["await", "background"]);
  const { signal } = options;
  signal?.throwIfAborted();

  const drafted = draft();
  const begun = begin();
  // The queue may be long: until its turn, the beginning's failure is told by nobody else.
  begun.catch(ignore);
  const processed = engine.owners.run(ownerKey(given.scope), async () => {
    const { exchange, row, redacted } = await drafted;
    const store = await engine.store();
    // Read while the exchange is stored, of which the context is what came before.
    const context = readContext(engine, store, exchange, row);
    context.catch(ignore);
    const isNew = await begun;
    if (!isNew) return toResult("duplicate");
    const { results, report } = await attemptEpisode(engine, store, row, { context, signal });
    return { results, report: { ...report, ...(redacted && { redacted }) } };
  });
  if (mode === "background") {
    processed.catch(ignore);
    const isNew = await begun;
    engine.inBackground("add", () => processed);
    return toResult(isNew ? "pending" : "duplicate");
  }
  const result = await processed;
  if (result.report.status === "processed" && engine.hasPostponed) {
    engine.inBackground("retry", () => retryPending(engine));
  }
  return result;

  async function draft() {
    const { input: exchange, redacted } = await redactInput(engine, given.scope, (redactor) =>
      redactExchange(redactor, given),
    );
    return { exchange, redacted, row: draftEpisode(engine, exchange, { idempotencyKey }) };
  }

  async function begin(): Promise<boolean> {
    const { row } = await drafted;
    const mayBeKnown = idempotencyKey !== undefined;
    try {
      return await keepEpisode(await engine.store(), row, { mayBeKnown });
    } catch (error) {
      release(row);
      throw error;
    }
  }

  async function toResult(status: AddReport["status"]): Promise<AddResult> {
    const { row, redacted } = await drafted;
    const usage = createMeter();
    const id = engine.settings.newId();
    const report = { id, episodeId: row.key, status, decisions: [], usage, durationMs: 0 };
    return { results: [], report: { ...report, ...(redacted && { redacted }) } };
  }
}

/** For a failure that somebody else is told, later. */
function ignore(): void {}
