import { findBreaches, type Promised, toPromise } from "../integrity/find-breaches.ts";
import { openNotes, readNotes } from "../integrity/open-notes.ts";
import type { Operation } from "../integrity/perform.ts";
import { createRandom } from "../synthetic/random.ts";
import { folderSize } from "../report/folder-size.ts";
import { damageHead } from "./damage-head.ts";
import { killAtWork, type Moment } from "./kill-at-work.ts";

/** What a run of the bench is made of. */
export interface CrashOptions {
  readonly uri: string;
  readonly kills: number;
  readonly seed: number;
  /** Told after each kill. */
  readonly onKill?: ((found: { promises: number; breaches: number }) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface CrashReport {
  readonly seed: number;
  readonly kills: number;
  /** Changes that were acknowledged before a kill. */
  readonly acknowledged: number;
  /** Calls that a kill cut off. */
  readonly cutOff: number;
  /** Calls that failed as they may, by their code: a memory that is gone, for instance. */
  readonly refused: Readonly<Record<string, number>>;
  /** Times that a damaged manifest was put in a kill's way, and that the table was recovered. */
  readonly damaged: number;
  readonly recovered: number;
  readonly versions: number;
  readonly folderBytes: number;
  /** Promises that did not hold, a sentence each. */
  readonly breaches: readonly string[];
  /** What failed behind the calls, and how often. */
  readonly troubles: Readonly<Record<string, number>>;
}

/** The most calls that a victim gets done before it is killed, and how much later that may be. */
const CALLS = 16;
const LATER_MS = 50;
/** Every so many kills the newest manifest is damaged, once empty, once cut off. */
const DAMAGE_EVERY = 8;
/** The share of victims that are killed before they have opened the memory. */
const KILLED_WHILE_OPENING = 0.1;
const OPENING_MS = 1_500;

/**
 * Kills processes at their work on one folder, one after another, and looks each time whether the
 * store opens and everything is there that was acknowledged, once.
 */
export async function crash({
  uri,
  kills,
  seed,
  onKill,
  signal,
}: CrashOptions): Promise<CrashReport> {
  const random = createRandom(seed).uniform;
  const promises = new Map<string, Promised>();
  const breaches = new Set<string>();
  const refused: Record<string, number> = {};
  const troubles: Record<string, number> = {};
  let [acknowledged, cutOff, damaged, recovered, versions] = [0, 0, 0, 0, 0];
  const added = new Set<string>();
  let retries: Operation[] = [];

  for (let kill = 1; kill <= kills; kill++) {
    signal?.throwIfAborted();
    const orders = { uri, name: `s${seed}k${kill}`, seed: seed + kill, retries };
    const testimony = await killAtWork(orders, chooseMoment(random));
    for (const { operation, outcome } of testimony.ended) {
      if (outcome.type === "done") outcome.changes.map(toPromise).forEach(promise);
      if (outcome.type === "done" && operation.type === "add") added.add(operation.note);
      if (outcome.type === "done") continue;
      if (outcome.code === undefined) breaches.add(`Without a code: ${outcome.message}`);
      else count(refused, outcome.code);
    }
    for (const trouble of testimony.troubles) count(troubles, trouble);
    cutOff += testimony.open.length;
    retries = testimony.open.filter(({ type }) => type === "add");
    await look(`kill ${kill}`, 0);
    if (kill % DAMAGE_EVERY === 0)
      await damage(kill % (2 * DAMAGE_EVERY) === 0 ? "empty" : "truncated");
    onKill?.({ promises: promises.size, breaches: breaches.size });
  }
  await lookForAdded();
  const folderBytes = await folderSize(uri);
  const counts = { seed, kills, acknowledged, cutOff, damaged, recovered, versions, folderBytes };
  return { ...counts, refused, breaches: [...breaches], troubles };

  function promise(promised: Promised): void {
    acknowledged += 1;
    promises.set(`${promised.memoryId}@${promised.version}`, promised);
  }

  async function look(when: string, recoveries: number): Promise<void> {
    const stored = await readNotes(uri);
    versions = stored.rows.length;
    recovered += stored.recoveries.length;
    if (stored.recoveries.length !== recoveries) {
      breaches.add(`${when}: ${stored.recoveries.length} recoveries instead of ${recoveries}.`);
    }
    for (const breach of findBreaches(stored.rows, promises.values())) {
      breaches.add(`${when}: ${breach}`);
    }
  }

  /** What an add was told to know already may have been pending then: it must be there in the end. */
  async function lookForAdded(): Promise<void> {
    await settle();
    const texts = new Set((await readNotes(uri)).rows.map(({ text }) => text));
    for (const note of added)
      if (!texts.has(note)) breaches.add(`"${note}" was added and is lost.`);
  }

  async function settle(): Promise<void> {
    await using memory = openNotes(uri);
    await memory.idle();
  }

  /** A commit of which nobody was told, so that nothing promised is in the version that is damaged. */
  async function damage(how: "empty" | "truncated"): Promise<void> {
    await settle();
    await using memory = openNotes(uri);
    await memory.put(`note damaged-${seed}-${damaged}`, { userId: "nobody" });
    await memory.close();
    await damageHead(uri, how);
    damaged += 1;
    await look(`a manifest that was ${how}`, 1);
  }
}

function chooseMoment(random: () => number): Moment {
  return random() < KILLED_WHILE_OPENING
    ? { type: "opening", afterMs: random() * OPENING_MS }
    : { type: "working", calls: 1 + Math.floor(random() * CALLS), afterMs: random() * LATER_MS };
}

function count(counts: Record<string, number>, what: string): void {
  counts[what] = (counts[what] ?? 0) + 1;
}
