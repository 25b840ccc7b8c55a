import { add, type AddOptions } from "./add/add.ts";
import type { AddResult } from "./add/attempt-episode.ts";
import { plan } from "./add/plan.ts";
import type { ExchangeOptions } from "./add/read-exchange.ts";
import { deleteAll, deleteOne, type DeleteAllOptions } from "./edit/delete.ts";
import { put, type PutOptions } from "./edit/put.ts";
import { restore } from "./edit/restore.ts";
import { undo } from "./edit/undo.ts";
import { update, type MemoryPatch } from "./edit/update.ts";
import type { EditResult } from "./edit/write-by-hand.ts";
import { createEngine } from "./engine.ts";
import {
  retryDue,
  retryPending,
  type RetryOptions,
  type RetryResult,
} from "./episodes/retry-pending.ts";
import { forget, type ForgetOptions } from "./forget/forget.ts";
import { episodes, type EpisodesOptions } from "./look-up/episodes.ts";
import { path, type PathOptions } from "./graph/path.ts";
import { related, type RelatedEntity, type RelatedOptions } from "./graph/related.ts";
import type { RelationStep } from "./graph/walk-graph.ts";
import { get } from "./look-up/get.ts";
import { history } from "./look-up/history.ts";
import { info, type MemoryInfo } from "./look-up/info.ts";
import { count, list, type CountOptions, type ListOptions, type Page } from "./look-up/list.ts";
import { scopes, type ScopesOptions, type ScopeSummary } from "./look-up/scopes.ts";
import { summary } from "./look-up/summary.ts";
import type { MaintenanceReport } from "./ports/memory-store.ts";
import { profile, type ProfileOptions } from "./profile/profile.ts";
import type {
  Change,
  Decision,
  Episode,
  ForgetReceipt,
  MemoryRecord,
  MemoryVersion,
  Message,
} from "./record.ts";
import { reembed, type ReembedOptions } from "./reembed/reembed.ts";
import type { Scope } from "./scope.ts";
import { context, type ContextOptions } from "./search/context.ts";
import { search, type SearchResult } from "./search/search.ts";
import type { SearchOptions } from "./search/search-options.ts";
import { resolveSettings, type MemoryOptions, type Settings } from "./settings.ts";
import { exportLines, type ExportOptions } from "./transfer/export.ts";
import { importLines, type ImportOptions, type ImportResult } from "./transfer/import.ts";
import type { TextSource } from "./transfer/split-json.ts";

type Signalled = { signal?: AbortSignal | undefined };

/**
 * A memory: what it knows, and every way to it.
 *
 * Every call takes a scope, those by id too: an id outside of it behaves as unknown. Calls reject
 * with a `MemoryError`, or with the signal's reason when aborted.
 */
export interface Memory extends AsyncDisposable {
  /**
   * Keeps an exchange, distils it into facts, and judges each against what is known: a new fact is
   * added, a known one passed over, an outdated memory gets a new version or a successor. At most
   * two model calls and two embedding calls. `results` are the changes; `report` has every decision.
   *
   * A model or embedder that fails does not reject: the exchange is kept, `report.status` is
   * `pending`, and it is taken up again behind a later `add`, by `idle()` or `retryPending()`, or when
   * the memory is opened. A day's budget of bytes or memories that is spent rejects, and nothing is kept.
   */
  add(messages: string | readonly Message[], options: AddOptions): Promise<AddResult>;
  /** The decisions that `add` would take, with nothing written. */
  plan(
    messages: string | readonly Message[],
    options: ExchangeOptions,
  ): Promise<{ decisions: Decision[] }>;
  /** Stores a text as it is written, without what `redact` removes, with a person's trust; no model reads it. */
  put(text: string, options: PutOptions): Promise<Change>;
  /** The memories that are relevant to a query, most relevant first; none is a normal answer. */
  search(query: string, options: SearchOptions): Promise<SearchResult>;
  /** The fenced block for a system prompt with what is relevant to a query; `""` when nothing is. */
  context(query: string, options: ContextOptions): Promise<string>;
  /**
   * Who and what has to do with an entity, by the relations that memories state, nearest first. An
   * unknown entity has none. Names may be written in any way that the memories would know them by.
   */
  related(entity: string, options: RelatedOptions): Promise<{ results: RelatedEntity[] }>;
  /**
   * The shortest chain of relations between two entities, each with the memory that tells it; `[]`
   * when there is none.
   */
  path(from: string, to: string, options: PathOptions): Promise<{ path: RelationStep[] }>;
  /**
   * The fenced block for a system prompt with who the user is, whatever the talk is about; `""` when
   * nothing is known. Pinned memories, instructions, what one has one of, like a name and a home,
   * what is important, and preferences; no events. No model and no embedder is asked.
   */
  profile(options: ProfileOptions): Promise<string>;
  /** A memory in its last version, whatever its status; `undefined` when the scope knows none of that id. */
  get(id: string, scope: Scope): Promise<MemoryRecord | undefined>;
  /**
   * Current memories in the order of their creation, a page at a time; with `include: "quarantined"`
   * also those that are kept back until `restore` lets them in or `delete` drops them.
   */
  list(options: ListOptions): Promise<Page<MemoryRecord>>;
  /** How many memories `list` would give with the same options, over all pages. */
  count(options: CountOptions): Promise<number>;
  /** Gives a memory a new version. Only what the patch names is changed. */
  update(id: string, patch: MemoryPatch, scope: Scope & Signalled): Promise<Change>;
  /** Retracts a memory. It stays readable in its history, and `undo` brings it back. */
  delete(id: string, scope: Scope & Signalled): Promise<Change>;
  /** Retracts all memories that carry exactly the given ids; with `include: "subtree"` at least those. */
  deleteAll(options: DeleteAllOptions): Promise<EditResult>;
  /** Every version of a memory and of those before and after it, oldest first. */
  history(id: string, scope: Scope): Promise<{ results: MemoryVersion[] }>;
  /** Takes back a decision, or all decisions of a report, as new decisions. */
  undo(decisionOrReportId: string, scope: Scope & Signalled): Promise<EditResult>;
  /** Makes an earlier version of a memory current again, or lets one in that is in quarantine. */
  restore(id: string, version: number, scope: Scope & Signalled): Promise<Change>;
  /**
   * Erases for good: everything under the scope, its sessions too, or with `ids`, `episodeIds` or
   * `query` what came of these. Memories go with all their versions and every row in which their
   * text stands; of those into which an exchange was merged stays what others gave to them.
   *
   * When it resolves, none of it is left in the store or in its files; interrupted, it is completed
   * by the next opening. It cannot be undone.
   */
  forget(options: ForgetOptions): Promise<ForgetReceipt>;
  /** The verbatim exchanges, in the order in which they were recorded, and what came of each. */
  episodes(options: EpisodesOptions): Promise<Page<Episode>>;
  /** The rolling summary of a conversation; `undefined` before the first. */
  summary(scope: Scope): Promise<string | undefined>;
  /**
   * Everything that carries exactly the given ids, with `include: "subtree"` at least those, as JSON
   * lines: memories in all their versions, exchanges, decisions and summaries. Read a page at a
   * time, so the whole is never held. Without `vectors` what is imported is embedded again.
   */
  export(options: ExportOptions): AsyncIterable<string>;
  /**
   * Takes in what `export` gave, an export of mem0, or a list of texts: chunks of text or bytes, as a
   * stream. What is there already stays as it is, so importing twice changes nothing. A bad line
   * rejects with its number, and nothing of the import is kept.
   *
   * For operators: the lines say whose they are, unless `scope` says whose they must be.
   */
  import(source: TextSource, options?: ImportOptions): Promise<ImportResult>;
  /** Resolves when no work is left behind earlier calls; takes pending exchanges up again, as `retryPending` does. */
  idle(): Promise<void>;
  /**
   * Takes up the exchanges that are pending because a model or embedder failed, oldest first, now: by
   * itself that happens behind the next `add` and at an opening, to those whose wait is over. One trial
   * call shows whether a model that was left alone is back; if not, the rest waits on.
   *
   * For operators: exchanges of every scope. With `episodeIds`, or `include: "dead"`, those that were
   * given up are tried again, too.
   */
  retryPending(options?: RetryOptions): Promise<RetryResult>;
  /** Which models and which store are in use, and how large the store is, over all scopes. */
  info(): Promise<MemoryInfo>;
  /**
   * Every scope under which something was written, in an order that keeps a user's together, a page at
   * a time. For operators: the ids are everybody's. Reads one column of all rows for each page.
   */
  scopes(options?: ScopesOptions): Promise<Page<ScopeSummary>>;
  /**
   * Creates what is missing of the store under `uri`. In a folder every opening does that by itself;
   * in a bucket call it once, from one process, before the others: tables that two processes create
   * there at the same time lose data.
   */
  setup(): Promise<void>;
  /**
   * Moves all memories, of every scope and version, to another embedder, and uses it from then on;
   * give it to `createMemory` the next time. Answers all the while; a call that is aborted or killed
   * goes on where it was when it is made again. Other processes have to be opened anew afterwards.
   */
  reembed(options: ReembedOptions): Promise<void>;
  /**
   * Compacts all tables, brings their indexes up to date and removes what nobody needs any more, now.
   * It happens by itself, too; this is for operators, before a backup or after a large import. Waits
   * up to half a minute for another process that does the same. Reads do not wait for it, a write at
   * most for the run of its table.
   */
  maintain(): Promise<MaintenanceReport>;
  /** Finishes what is under way and lets go of the folder. Later calls reject with `ClosedError`. */
  close(): Promise<void>;
}

/**
 * A memory under `uri`, by default the folder `./.palimpsest`, opened by the first call.
 *
 * Without a model and an embedder of yours it uses OpenAI's when `OPENAI_API_KEY` is set, and else
 * local ones that need neither key nor network; the event `opened` and `info()` say which.
 *
 * @throws {InvalidInputError} when an option is unknown or of the wrong type.
 */
export function createMemory(options: MemoryOptions = {}): Memory {
  return memoryOf(resolveSettings(options));
}

/** A memory with the given settings. */
export function memoryOf(settings: Settings): Memory {
  const engine = createEngine(settings, { onOpen: (one) => retryDue(one, { most: Infinity }) });
  return {
    add: (...input) => engine.call("add", () => add(engine, ...input)),
    plan: (...input) => engine.call("plan", () => plan(engine, ...input)),
    put: (...input) => engine.call("put", () => put(engine, ...input)),
    search: (...input) => engine.call("search", () => search(engine, ...input)),
    context: (...input) => engine.call("context", () => context(engine, ...input)),
    related: (...input) => engine.call("related", () => related(engine, ...input)),
    path: (...input) => engine.call("path", () => path(engine, ...input)),
    profile: (...input) => engine.call("profile", () => profile(engine, ...input)),
    get: (...input) => engine.call("get", () => get(engine, ...input)),
    list: (...input) => engine.call("list", () => list(engine, ...input)),
    count: (...input) => engine.call("count", () => count(engine, ...input)),
    update: (...input) => engine.call("update", () => update(engine, ...input)),
    delete: (...input) => engine.call("delete", () => deleteOne(engine, ...input)),
    deleteAll: (...input) => engine.call("deleteAll", () => deleteAll(engine, ...input)),
    history: (...input) => engine.call("history", () => history(engine, ...input)),
    undo: (...input) => engine.call("undo", () => undo(engine, ...input)),
    restore: (...input) => engine.call("restore", () => restore(engine, ...input)),
    forget: (...input) => engine.call("forget", () => forget(engine, ...input)),
    episodes: (...input) => engine.call("episodes", () => episodes(engine, ...input)),
    summary: (...input) => engine.call("summary", () => summary(engine, ...input)),
    export: (...input) => exportLines(engine, ...input),
    import: (...input) => engine.call("import", () => importLines(engine, ...input)),
    idle: () => engine.call("idle", () => idle()),
    retryPending: (...input) => engine.call("retryPending", () => retryPending(engine, ...input)),
    scopes: (...input) => engine.call("scopes", () => scopes(engine, ...input)),
    info: () => engine.call("info", () => info(engine)),
    reembed: (...input) => engine.call("reembed", () => reembed(engine, ...input)),
    setup: () => engine.call("setup", setup),
    maintain: () => engine.call("maintain", async () => (await engine.store()).maintain()),
    close: () => engine.close(),
    [Symbol.asyncDispose]: () => engine.close(),
  };

  async function setup(): Promise<void> {
    await engine.store({ isSetUp: true });
  }

  async function idle(): Promise<void> {
    await engine.settle();
    await retryPending(engine);
    await engine.settle();
  }
}
