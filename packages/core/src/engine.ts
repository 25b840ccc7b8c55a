import { type Circuits, createCircuits } from "./calls/circuits.ts";
import { createLedger, type Ledger } from "./calls/ledger.ts";
import { createFinishQueue, type FinishQueue } from "./episodes/finish-queue.ts";
import { ClosedError } from "./errors.ts";
import type { MemoryEvent } from "./events.ts";
import { createKeyedMutex, type KeyedMutex } from "./keyed-mutex.ts";
import { lanceDBStore } from "./lancedb/lancedb-store.ts";
import type { MemoryStore } from "./ports/memory-store.ts";
import { createLargeScopes, type LargeScopes } from "./search/large-scopes.ts";
import type { Settings } from "./settings.ts";
import { loadTelemetry, type Telemetry } from "./telemetry/load-telemetry.ts";
import { createTurnstile } from "./turnstile.ts";
import { warn } from "./warn.ts";

/** What the verbs of one memory share: its settings, its store, and the order of its work. */
export interface Engine {
  readonly settings: Settings;
  /** The store, opened by the first call that needs it. Racing calls share one opening. */
  store(options?: { isSetUp?: boolean }): Promise<MemoryStore>;
  /** Runs what must not overlap for one owner of memories. */
  readonly owners: KeyedMutex;
  /** Which models are left alone, because they failed too often. */
  readonly circuits: Circuits;
  /** What was spent of the budgets. */
  readonly ledger: Ledger;
  /** The exchanges that were processed and are not yet stored as such. Reads of episodes flush it. */
  readonly finished: FinishQueue;
  /** Where a search need not try to read all memories. */
  readonly largeScopes: LargeScopes;
  emit(event: MemoryEvent): void;
  /** Lets a task go on behind the call; a failure becomes an event. */
  inBackground(task: BackgroundTask, work: () => Promise<unknown>): void;
  /** Resolves when no background task is left, those that they started included. */
  settle(): Promise<void>;
  /** Runs a call of a user: refused once the memory is closed, awaited by its closing, and traced. */
  call<RESULT>(verb: string, work: () => Promise<RESULT>): Promise<RESULT>;
  /**
   * Runs the last step of a call while nothing else is under way. Waits for such a moment; after half
   * a minute no other call begins until it has come.
   */
  alone(work: () => Promise<void>): Promise<void>;
  /** When pending exchanges are due to be taken up behind an `add`. Absent: none is known of. */
  retriesExpectedAt: Date | undefined;
  /** Says that an exchange is pending, and when it is due. */
  expectRetry(at: Date): void;
  /** Whether `close` was called: long background work should stop at the next good place. */
  readonly isClosing: boolean;
  close(): Promise<void>;
}

type BackgroundTask = Extract<MemoryEvent, { type: "background-failed" }>["task"];

/** The engine of one memory. `onOpen` runs once, behind the call that opened the store. */
export function createEngine(
  settings: Settings,
  options: { onOpen: (engine: Engine) => Promise<unknown> },
): Engine {
  let opening: Promise<MemoryStore> | undefined;
  let closing: Promise<void> | undefined;
  let telemetry: { loaded: Telemetry | undefined } | undefined;
  const background = new Set<Promise<void>>();
  const turnstile = createTurnstile();

  const engine: Engine = {
    settings,
    owners: createKeyedMutex(),
    circuits: createCircuits((event) => engine.emit(event)),
    ledger: createLedger(settings),
    finished: createFinishQueue(async (rows) =>
      runQuietly("add", async () => {
        const store = await engine.store();
        await store.episodes.merge(rows);
      }),
    ),
    largeScopes: createLargeScopes(),
    retriesExpectedAt: undefined,
    expectRetry(at) {
      const known = engine.retriesExpectedAt;
      if (known === undefined || at < known) engine.retriesExpectedAt = at;
    },
    async store(how) {
      // A failed opening is not kept: the next call tries again.
      opening ??= open(how).catch((error: unknown) => {
        opening = undefined;
        throw error;
      });
      return opening;
    },
    emit(event) {
      // Begun at once, and awaited: an async listener that rejects would end the process.
      const listen = async () => settings.onEvent?.(event);
      const record = async () => telemetry?.loaded?.record(event);
      for (const tell of [listen, record]) tell().catch(warn);
    },
    inBackground(task, work) {
      const done = runQuietly(task, work).finally(() => background.delete(done));
      background.add(done);
    },
    async settle() {
      do {
        await Promise.all(background);
        await engine.finished.flush();
      } while (background.size > 0);
    },
    async call(verb, work) {
      return turnstile.pass(async () => {
        if (closing) throw new ClosedError();
        // Only the first calls wait for it: later ones read their input before they return.
        telemetry ??= { loaded: await loadTelemetry() };
        const { loaded } = telemetry;
        return loaded ? loaded.traceCall(verb, work) : work();
      });
    },
    async alone(work) {
      await turnstile.alone(work, () => background.size === 0);
    },
    get isClosing() {
      return closing !== undefined;
    },
    async close() {
      closing ??= shut();
      await closing;
    },
  };
  return engine;

  async function runQuietly(task: BackgroundTask, work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      engine.emit({ type: "background-failed", task, error });
    }
  }

  async function open(how?: { isSetUp?: boolean }): Promise<MemoryStore> {
    const startedAt = performance.now();
    const { model, embedder, uri } = settings;
    const openStore =
      settings.store ??
      lanceDBStore({
        uri,
        storageOptions: settings.storageOptions,
        durability: settings.durability,
        maintenance: settings.maintenance,
        onMaintenanceError: (error) =>
          engine.emit({ type: "background-failed", task: "maintenance", error }),
        onRecovered: (recovery) => engine.emit({ type: "recovered", ...recovery }),
      });
    const space = { embedder: embedder.id, dimensions: embedder.dimensions };
    const store = await openStore(space, how);
    engine.emit({
      type: "opened",
      uri,
      model: model.id,
      embedder: embedder.id,
      dimensions: embedder.dimensions,
      defaults: settings.defaults,
      durationMs: performance.now() - startedAt,
    });
    engine.inBackground("retry", () => options.onOpen(engine));
    return store;
  }

  async function shut(): Promise<void> {
    await turnstile.settle();
    await engine.settle();
    // A store that never opened has told the call that wanted it, and has nothing to close.
    const store = await opening?.catch(() => undefined);
    await store?.close();
  }
}
