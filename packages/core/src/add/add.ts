import { createMeter } from "../calls/meter.ts";
import { bytesOf } from "../calls/read-spent.ts";
import type { Engine } from "../engine.ts";
import { draftEpisode, keepEpisode } from "../episodes/begin-episode.ts";
import { release } from "../episodes/claims.ts";
import { retryDue } from "../episodes/retry-pending.ts";
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

/** Pending exchanges that are taken up behind one `add`, so that a long queue is nobody's bill. */
const RETRIES_PER_ADD = 3;

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
    if (report.status === "processed") takeUpDue(engine);
    return { results, report: { ...report, ...(redacted && { redacted }) } };
  });
  if (mode === "background") {
    processed.catch(ignore);
    const isNew = await begun;
    engine.inBackground("add", () => processed);
    return toResult(isNew ? "pending" : "duplicate");
  }
  return processed;

  async function draft() {
    const { input: exchange, redacted } = await redactInput(engine, given.scope, (redactor) =>
      redactExchange(redactor, given),
    );
    return { exchange, redacted, row: draftEpisode(engine, exchange, { idempotencyKey }) };
  }

  async function begin(): Promise<boolean> {
    const { exchange, row } = await drafted;
    const mayBeKnown = idempotencyKey !== undefined;
    const bytes = bytesOf(row);
    try {
      const store = await engine.store();
      // Refused before it is kept: a flood must not fill the disk.
      await engine.ledger.admit(store, exchange.scope, { memories: 1 });
      await engine.ledger.take(store, exchange.scope, { bytes });
      const isNew = await keepEpisode(store, row, { mayBeKnown });
      if (!isNew) engine.ledger.spend(exchange.scope, { bytes: -bytes });
      return isNew;
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

/** The models answer: so what waits for them may have better luck now, behind this call. */
function takeUpDue(engine: Engine): void {
  const { retriesExpectedAt, settings } = engine;
  if (retriesExpectedAt === undefined || retriesExpectedAt > settings.now()) return;
  engine.inBackground("retry", () => retryDue(engine, { most: RETRIES_PER_ADD }));
}

/** For a failure that somebody else is told, later. */
function ignore(): void {}
