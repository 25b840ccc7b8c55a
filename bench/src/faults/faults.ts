import {
  createMemory,
  openai,
  openaiEmbedder,
  type Memory,
  type MemoryInfo,
} from "@palimpsest/core";
import { findBreaches, toPromise, type Promised } from "../integrity/find-breaches.ts";
import { createRandom } from "../synthetic/random.ts";
import { findUntrue, type Told } from "./find-untrue.ts";
import { readRows, type Rows } from "./read-rows.ts";
import { startFaultyServer } from "./start-faulty-server.ts";

/** What a run of the bench is made of. */
export interface FaultsOptions {
  readonly uri: string;
  readonly adds: number;
  readonly seed: number;
  /** Of 100 calls of a model so many fail. */
  readonly percent: number;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: (part: string) => void;
}

export interface FaultsReport {
  readonly seed: number;
  readonly seconds: number;
  /** Calls that failed, by what was wrong with the answer. */
  readonly met: Readonly<Record<string, number>>;
  /** Adds by what they reported: `processed`, or why they wait. */
  readonly reported: Readonly<Record<string, number>>;
  readonly putsRefused: number;
  readonly searchesRefused: number;
  /** What waited, and what was given up, when the faults stopped. */
  readonly left: Pick<MemoryInfo, "pending" | "pendingBy" | "dead" | "deadBy">;
  /** What one `retryPending` then brought home, and what one with those that were given up. */
  readonly broughtHome: number;
  readonly revived: number;
  readonly breaches: readonly string[];
}

const USERS = 20;
const LANES = 8;
/** Every so many adds a text comes that the model refuses whenever it is asked. */
const POISON_EVERY = 50;
/** Attempts after which an exchange is given up, that at the add included. */
const ATTEMPTS = 5;
/**
 * Longer than an answer takes on a busy machine: with 250, at a load of 10 on two cores, so many good answers
 * came too late that the circuit opened, and no text was refused often enough to be given up.
 */
const PATIENCE_MS = 1_000;

/** Adds notes while the models fail at random, then lets them recover, and looks at what is there. */
export async function faults({
  uri,
  adds,
  seed,
  percent,
  signal,
  onProgress,
}: FaultsOptions): Promise<FaultsReport> {
  const startedAt = performance.now();
  const random = createRandom(seed).uniform;
  await using server = await startFaultyServer({ random, share: percent / 100, isPoison });
  const told: Told[] = [];
  const promises: Promised[] = [];
  const reported: Record<string, number> = {};
  const refused = { put: 0, search: 0 };

  const memory = open(uri, server.baseUrl, { modelTimeoutMs: PATIENCE_MS, retries: 1 });
  await memory.info();
  const queue = Array.from({ length: adds }, (_, index) => index);
  await Promise.all(Array.from({ length: LANES }, work));
  for (let attempt = 2; attempt <= ATTEMPTS; attempt++) await memory.retryPending({ signal });
  const left = await memory.info();
  await memory.close();
  const before = await readRows(uri);

  server.recover();
  const { pending, pendingBy, dead, deadBy } = left;
  await using later = open(uri, server.baseUrl, {});
  const { processed: broughtHome, ...rest } = await later.retryPending();
  const { processed: revived } = await later.retryPending({ include: "dead" });
  await later.close();
  const after = await readRows(uri);

  return {
    seed,
    seconds: (performance.now() - startedAt) / 1_000,
    met: server.met,
    reported,
    putsRefused: refused.put,
    searchesRefused: refused.search,
    left: { pending, pendingBy, dead, deadBy },
    broughtHome,
    revived,
    breaches: [
      ...findTooOften(server.refusals, told),
      ...breachesOf(before),
      ...breachesOf(after),
      ...after.episodes.flatMap(({ key, status }) =>
        status === "processed" ? [] : [`${key} is ${status} though every model answers.`],
      ),
      ...(rest.pending > 0 ? [`${rest.pending} exchanges still wait.`] : []),
    ],
  };

  function breachesOf({ versions, episodes }: Rows): string[] {
    return [...findBreaches(versions, promises), ...findUntrue(told, { versions, episodes })];
  }

  async function work(): Promise<void> {
    for (let index = queue.shift(); index !== undefined; index = queue.shift()) {
      signal?.throwIfAborted();
      const userId = `user-${index % USERS}`;
      await addNote(`note a${index}`, userId);
      if (index % 10 === 3) await putNote(`note p${index}`, userId);
      if (index % 10 === 6) await searchNotes(`note a${index - 1}`, userId);
      onProgress?.(`${promises.length} acknowledged`);
    }
  }

  async function addNote(note: string, userId: string): Promise<void> {
    const { results, report } = await memory.add(`Please keep ${note}.`, { userId });
    const outcome = report.error ? `waits: ${report.error.code}` : report.status;
    reported[outcome] = (reported[outcome] ?? 0) + 1;
    promises.push(...results.map(toPromise));
    told.push({ note, userId, episodeId: report.episodeId });
  }

  async function putNote(note: string, userId: string): Promise<void> {
    try {
      promises.push(toPromise(await memory.put(note, { userId })));
      told.push({ note, userId, isStored: true });
    } catch (error) {
      expectEmbeddingError(error);
      refused.put++;
      told.push({ note, userId, isStored: false });
    }
  }

  async function searchNotes(query: string, userId: string): Promise<void> {
    try {
      await memory.search(query, { userId });
    } catch (error) {
      expectEmbeddingError(error);
      refused.search++;
    }
  }
}

/** Each text that is refused is asked about once an attempt, whoever else takes up what waits. */
function findTooOften(refusals: number, told: readonly Told[]): string[] {
  const most = told.filter(({ note }) => isPoison(note)).length * ATTEMPTS;
  return refusals > most ? [`Refused texts were asked about ${refusals} times, not ${most}.`] : [];
}

function isPoison(note: string): boolean {
  return Number(/note a(\d+)$/.exec(note)?.[1]) % POISON_EVERY === 7;
}

function open(
  uri: string,
  baseURL: string,
  options: { modelTimeoutMs?: number; retries?: number },
): Memory {
  const connection = { baseURL, apiKey: "bench" };
  return createMemory({
    uri,
    model: openai(connection),
    embedder: openaiEmbedder({ ...connection, dimensions: 64 }),
    ...options,
  });
}

/** Whatever else a call rejects with is a failure of the bench. */
function expectEmbeddingError(error: unknown): void {
  if (!(error instanceof Error && "code" in error && error.code === "embedding")) throw error;
}
