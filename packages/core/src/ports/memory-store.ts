import type { Scope } from "../scope.ts";
import type { Condition } from "./condition.ts";
import type { Erasure } from "./erasure.ts";
import type {
  DecisionRow,
  EpisodeRow,
  SessionRow,
  StoredRow,
  Vector,
  VersionRow,
} from "./stored-rows.ts";

/**
 * What core needs from a database: four tables, atomic conditional writes, and two ways to find.
 *
 * Every read names whose rows it wants; a store applies that before everything else and has no
 * way around it. Implementations pass `describeMemoryStore` of `@palimpsest/core/testing`.
 */
export interface MemoryStore {
  readonly memories: MemoryTable;
  readonly episodes: WordedTable<EpisodeRow>;
  readonly sessions: Table<SessionRow>;
  readonly decisions: Table<DecisionRow>;
  /**
   * Removes rows for good, and amends the versions that rested on them. When it resolves, nothing of
   * what went is left anywhere in the store, former versions of the rows included. Keys of rows that
   * are not there are no fault. Once begun it is completed, by the next opening if need be.
   */
  erase(erasure: Erasure): Promise<void>;
  /**
   * Moves the memories to another embedding space, with a vector of it for every version, while they
   * are read and written. What a move did that was aborted or killed is not done again.
   *
   * Afterwards this store is one of the new space, and one of the old space opens nowhere.
   */
  moveTo(space: EmbeddingSpace, move: Move): Promise<void>;
  /** Figures for operators. */
  describe(): Promise<StoreDescription>;
  /** Puts all tables in order now, after other processes that do; reads and writes go on meanwhile. */
  maintain(): Promise<MaintenanceReport>;
  /** Finishes what is under way and lets go of the folder. */
  close(): Promise<void>;
}

/**
 * Opens a store for one embedding space. `isSetUp` says that nobody else opens it now, so that what
 * is missing may be created where several processes could not do that safely.
 */
export type OpenStore = (
  space: EmbeddingSpace,
  options?: { isSetUp?: boolean },
) => Promise<MemoryStore>;

/** The vectors that can be compared: those of one embedder, of its number of dimensions. */
export interface EmbeddingSpace {
  readonly embedder: string;
  readonly dimensions: number;
}

/** What a store needs to move its memories. */
export interface Move {
  /** One vector of the new space for each text, in their order. */
  readonly embed: (texts: readonly string[]) => Promise<readonly Vector[]>;
  /** Told after each batch how many versions are there, of how many. */
  readonly onProgress?: ((progress: { done: number; total: number }) => void) | undefined;
  /** Runs the last step while nobody else uses this store. */
  readonly alone: (work: () => Promise<void>) => Promise<void>;
  readonly signal?: AbortSignal | undefined;
}

/** What a store holds. */
export interface StoreDescription {
  readonly uri: string;
  /** Rows per table, all scopes and versions. */
  readonly rows: Readonly<Record<TableName, number>>;
  readonly tables: Readonly<Record<TableName, TableDescription>>;
}

/** What a table is made of. A store without files has zeros. */
export interface TableDescription {
  /** Pieces that the rows lie in: each commit leaves one, until maintenance makes one of many. */
  readonly fragments: number;
  /** Versions of the whole table that can still be read by those who had begun to. */
  readonly versions: number;
  /** What all of its files take. */
  readonly bytes: number;
  /** Rows that some index of the table does not cover yet. */
  readonly unindexedRows: number;
  /** The last run by this process; absent before the first. */
  readonly lastMaintenance?: MaintenanceRun | undefined;
}

/** One run of a table's maintenance. */
export interface MaintenanceRun {
  readonly startedAt: Date;
  readonly durationMs: number;
  /** Why it failed; absent when it did not. */
  readonly error?: string | undefined;
}

/** What `maintain` did. */
export interface MaintenanceReport {
  readonly tables: Readonly<Record<TableName, TableMaintenance>>;
  readonly durationMs: number;
}

/** A table before and after it was put in order. */
export interface TableMaintenance {
  readonly before: TableDescription;
  readonly after: TableDescription;
  readonly durationMs: number;
}

/** The tables of a store. */
export type TableName = "memories" | "episodes" | "sessions" | "decisions";

/** Whose rows: those that a query under the scope sees, those of exactly these ids, or all that carry them. */
export type Whose =
  | { readonly type: "visible" | "exact" | "subtree"; readonly scope: Scope }
  /** Every scope's: for the pipeline's own housekeeping, never for an answer. */
  | { readonly type: "everyone" };

/** Rows of one kind, each written under a key and a revision. */
export interface Table<ROW extends StoredRow> {
  /** The rows of a query; without one all that are theirs. */
  find(whose: Whose, query?: Query<ROW>): Promise<ROW[]>;
  /** How many rows satisfy the condition; without one all that are theirs. */
  count(whose: Whose, where?: Condition<ROW>): Promise<number>;
  /**
   * Of everyone's rows the scopes that they are of, in the order of their keys from behind one on, and
   * how many rows each has. Reads one column of the table, and holds no more than a few times `limit`.
   */
  countByScope(page: ScopePage, where?: Condition<ROW>): Promise<ScopeCount[]>;
  /**
   * What a tally makes of some columns of the rows, which come in any order. Reads no other column, and
   * keeps none of the rows: for figures of many. A reading that has to begin anew begins a new tally.
   */
  tally<COLUMN extends keyof ROW & string, RESULT>(
    whose: Whose,
    columns: readonly COLUMN[],
    begin: () => Tally<Pick<ROW, COLUMN>, RESULT>,
    where?: Condition<ROW>,
  ): Promise<RESULT>;
  /** Inserts rows whose keys were never used. All of one call appear at once. */
  append(rows: readonly ROW[]): Promise<void>;
  /**
   * Writes rows as one atomic change, each on its condition: a row of revision 1 only where its
   * key is not there yet, one of revision n only over the stored revision n - 1. A new version of a
   * lineage is written only where the one before it is, or comes before it in the same call: it may
   * have been erased.
   *
   * Resolves with the keys that were refused, because somebody else was first or nothing is there
   * to be written over; those rows were left as they are. Sending the same rows again is harmless,
   * and refuses none that it had written.
   */
  merge(rows: readonly ROW[]): Promise<{ refused: readonly string[] }>;
  /**
   * Writes the rows whose keys are not there yet, of whatever revision, as one atomic change.
   * Resolves with the keys that were refused, as `merge` does.
   */
  insert(rows: readonly ROW[]): Promise<{ refused: readonly string[] }>;
}

/** Reckons something from rows that come one by one. */
export interface Tally<ROW, RESULT> {
  /** Takes one row, in whatever order they come. */
  add(row: ROW): void;
  /** What came of those that were added. */
  result(): RESULT;
}

/** Which scopes come. */
export interface ScopePage {
  /** The key of the scope behind which they begin. Default: from the first on. */
  readonly behind?: string | undefined;
  readonly limit: number;
}

/** The key of a scope, and how many rows it has. */
export interface ScopeCount {
  readonly scope: string;
  readonly rows: number;
}

/** Which rows, in which order, and how many. */
export interface Query<ROW> {
  readonly where?: Condition<ROW> | undefined;
  /** Absent values come last; rows of equal values in the order of their keys. Default: any order. */
  readonly orderBy?:
    | { readonly column: Exclude<keyof ROW & string, "vector">; readonly descending?: boolean }
    | undefined;
  readonly limit?: number | undefined;
}

/** A table whose rows can be found by their words. */
export interface WordedTable<ROW extends StoredRow & { terms: string }> extends Table<ROW> {
  /** For each list of terms the rows that hold most of them, best first, by BM25. */
  findByTerms(
    whose: Whose,
    termLists: readonly (readonly string[])[],
    query: { where?: Condition<ROW>; limit: number },
  ): Promise<{ row: ROW; bm25: number }[][]>;
}

/** The memories, with their vectors and words. Rows come without `vector` unless it is asked for. */
export interface MemoryTable extends WordedTable<VersionRow> {
  /** As of every table; the rows have their vectors with `withVector`. */
  find(whose: Whose, query?: Query<VersionRow> & { withVector?: boolean }): Promise<VersionRow[]>;
  /**
   * For each vector its nearest rows, nearest first, by cosine: exactly those where `whose` are at
   * most 10,000 rows, at least 98 % of them where they are more.
   */
  findNearest(
    whose: Whose,
    vectors: readonly Vector[],
    query: { where?: Condition<VersionRow>; limit: number },
  ): Promise<{ row: VersionRow; cosine: number }[][]>;
}
