import type { Condition } from "./condition.ts";
import type { TableDescription, TableMaintenance } from "./memory-store.ts";
import type { Vector } from "./stored-rows.ts";
import type { Columns } from "./tables.ts";

/** What every row of such a table has. A property that is `undefined` is absent. */
export interface KeyedRow {
  key: string;
}

/** What a table is. */
export interface TableDefinition<ROW extends KeyedRow> {
  /** Of letters, digits, `_`, `-` and `.`; a name that no other table at the place has. */
  readonly name: string;
  /** Every property of its rows. At most one holds a vector, which then is called `vector` and optional. */
  readonly columns: Columns<ROW>;
  /** The length of the vectors. A table that has none yet gets them; one of another length is refused. */
  readonly dimensions?: number | undefined;
}

/**
 * A table of an adapter's own, beside those of the memories, and kept like them: what it acknowledged
 * survives a kill and, on a disk of this machine, a power cut; calls that wait for a commit share the
 * next one; it is compacted behind the calls; several instances and processes may have it open.
 *
 * It is opened by the first call. After an opening that failed, the next call tries again.
 *
 * @throws {StoreError} from every call, when the store fails.
 * @throws {ClosedError} from every call after `close`.
 */
export interface DurableTable<ROW extends KeyedRow> {
  /** Adds rows, whatever their keys: several rows of one key lie side by side. All of one call appear at once. */
  append(rows: readonly ROW[]): Promise<void>;
  /**
   * Writes each row in the place of the one of its key, or anew where there is none, all at once. No
   * key may stand in it twice. For tables whose rows are never appended.
   */
  upsert(rows: readonly ROW[]): Promise<void>;
  /** Sets columns of all rows that meet a condition. Not for vectors and lists. */
  update(where: Condition<ROW>, values: Partial<ROW>): Promise<void>;
  /** Removes all rows that meet a condition, at once. */
  remove(where: Condition<ROW>): Promise<void>;
  /** The rows that meet a condition, as of the last commit of whatever process, in any order unless one is given. */
  find<NAME extends keyof ROW & string = Exclude<keyof ROW & string, "vector">>(
    query: TableQuery<ROW, NAME>,
  ): Promise<Pick<ROW, NAME>[]>;
  /**
   * The rows whose vectors are nearest, nearest first, by cosine: exactly those where at most 10,000
   * rows are looked at, nearly all of them where it is more: of vectors without any likeness, which
   * those of texts never are, 90 % at 100,000 rows and a limit of 100. Rows without vector are in none.
   */
  findNearest<NAME extends keyof ROW & string = Exclude<keyof ROW & string, "vector">>(
    vector: Vector,
    query: NearestQuery<ROW, NAME>,
  ): Promise<{ row: Pick<ROW, NAME>; cosine: number }[]>;
  /** How many rows satisfy the condition; without one all. */
  count(where?: Condition<ROW>): Promise<number>;
  /**
   * Creates the table where it is missing. Needed in a bucket only, from one process: two that create
   * one there at the same time lose data. Everywhere else the first call does it.
   */
  setup(): Promise<void>;
  /** Puts the table in order now, and removes for good what was replaced or removed, as far as nobody else reads it. */
  maintain(): Promise<TableMaintenance>;
  /** Figures for operators. */
  describe(): Promise<TableDescription & { uri: string; rows: number }>;
  /** Finishes what is under way, puts a small table that grew in order, and lets go of it. */
  close(): Promise<void>;
}

/** Which rows, which columns of them, in which order. */
export interface TableQuery<ROW, NAME extends keyof ROW & string> {
  /** Default: all rows. */
  readonly where?: Condition<ROW> | undefined;
  /** What is read of them. Default: all but the vector. */
  readonly columns?: readonly NAME[] | undefined;
  /** Absent values come last. Texts in the order of their UTF-8 bytes. */
  readonly orderBy?:
    | readonly {
        readonly column: Exclude<keyof ROW & string, "vector">;
        readonly descending?: boolean;
      }[]
    | undefined;
  readonly limit?: number | undefined;
  /** Rows of the order that are passed over. */
  readonly offset?: number | undefined;
}

/** Among which rows the nearest are looked for. */
export interface NearestQuery<ROW, NAME extends keyof ROW & string> {
  /** Met before the nearest are taken. Default: all rows. */
  readonly where?: Condition<ROW> | undefined;
  /** What is read of them. Default: all but the vector. */
  readonly columns?: readonly NAME[] | undefined;
  readonly limit: number;
}
