import { findBreaches, toPromise } from "../integrity/find-breaches.ts";
import { openNotes, readNotes } from "../integrity/open-notes.ts";
import type { Operation, Outcome } from "../integrity/perform.ts";
import { folderSize } from "../report/folder-size.ts";
import { startWriter } from "./start-writer.ts";

/** What a run of the bench is made of. */
export interface ConcurrencyOptions {
  readonly uri: string;
  readonly processes: number;
  /** Of each process. */
  readonly operations: number;
  /** Calls of each process that are under way at once. */
  readonly lanes: number;
  readonly seed: number;
  readonly signal?: AbortSignal | undefined;
}

export interface ConcurrencyReport {
  readonly seed: number;
  readonly operations: number;
  readonly acknowledged: number;
  /** Adds of a key that another process had added already. */
  readonly duplicates: number;
  /** Calls that failed as they may, by their code. */
  readonly refused: Readonly<Record<string, number>>;
  readonly versions: number;
  readonly folderBytes: number;
  readonly seconds: number;
  readonly breaches: readonly string[];
  readonly troubles: Readonly<Record<string, number>>;
}

const USERS = 5;

/** Lets processes change the memories of the same five users at once, and looks at what is there then. */
export async function concurrency({
  uri,
  processes,
  operations,
  lanes,
  seed,
  signal,
}: ConcurrencyOptions): Promise<ConcurrencyReport> {
  const shared = await putShared(uri);
  const writers = await Promise.all(
    Array.from({ length: processes }, (_, index) =>
      startWriter({ uri, name: `p${index}`, seed: seed + index, operations, lanes, shared }),
    ),
  );
  const kill = () => writers.forEach((writer) => writer.kill());
  signal?.addEventListener("abort", kill);
  const startedAt = performance.now();
  const reports = await Promise.all(writers.map((writer) => writer.go()));
  const seconds = (performance.now() - startedAt) / 1_000;
  signal?.removeEventListener("abort", kill);

  const ended = reports.flatMap((report) => report.ended);
  const done = ended.flatMap(({ outcome }) => (outcome.type === "done" ? [outcome] : []));
  const failed = ended.flatMap(({ outcome }) => (outcome.type === "failed" ? [outcome] : []));
  const changes = done.flatMap((outcome) => outcome.changes);
  const { rows } = await readNotes(uri);
  return {
    seed,
    operations: ended.length,
    acknowledged: changes.length,
    duplicates: done.filter(({ isDuplicate }) => isDuplicate).length,
    refused: countBy(failed.map(({ code, message }) => `${code}: ${message.slice(0, 60)}`)),
    versions: rows.length,
    folderBytes: await folderSize(uri),
    seconds,
    breaches: [
      ...findBreaches(rows, changes.map(toPromise)),
      ...findUncounted(rows.length, shared.length + changes.length),
      ...findAddsNotOnce(ended),
      ...failed.flatMap(({ code, message }) => (code ? [] : [`Without a code: ${message}`])),
    ],
    troubles: countBy(reports.flatMap((report) => report.troubles)),
  };
}

/** The memories that all will change: two of each user. */
async function putShared(uri: string): Promise<{ id: string; userId: string }[]> {
  await using memory = openNotes(uri);
  const shared: { id: string; userId: string }[] = [];
  for (let index = 0; index < 2 * USERS; index++) {
    const userId = `user-${index % USERS}`;
    const { id } = await memory.put(`note shared-${index}`, { userId });
    shared.push({ id, userId });
  }
  return shared;
}

/** What nobody was told of must not be there: each change is one version. */
function findUncounted(versions: number, changes: number): string[] {
  return versions === changes ? [] : [`There are ${versions} versions of ${changes} changes.`];
}

/** Of all who add under one key, one does, and the others are told that it was done. */
function findAddsNotOnce(ended: readonly { operation: Operation; outcome: Outcome }[]): string[] {
  const adds = ended.filter(({ operation }) => operation.type === "add");
  const byKey = Map.groupBy(adds, ({ operation }) =>
    operation.type === "add" ? `${operation.userId} ${operation.note}` : "",
  );
  return [...byKey].flatMap(([key, all]) => {
    const firsts = all.filter(({ outcome }) => outcome.type === "done" && !outcome.isDuplicate);
    return firsts.length === 1 ? [] : [`${key} was added ${firsts.length} times.`];
  });
}

function countBy(names: readonly string[]): Record<string, number> {
  const groups = Map.groupBy(names, (name) => name);
  return Object.fromEntries([...groups].map(([name, same]) => [name, same.length]));
}
