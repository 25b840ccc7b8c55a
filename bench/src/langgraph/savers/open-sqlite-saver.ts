import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import { SqliteSaver } from "@langchain/langgraph-checkpoint-sqlite";

/** How careful SQLite is: `os` as better-sqlite3 is built, `fsync` so that commits outlast a power cut. */
export type Synchronous = "os" | "fsync";

// In WAL mode, NORMAL leaves a commit to the operating system, FULL makes it durable. Node's SQLite has
// FULL by default, the one of better-sqlite3 (12.11.1, SQLITE_DEFAULT_WAL_SYNCHRONOUS=1) NORMAL.
const PRAGMA = { os: "synchronous = NORMAL", fsync: "synchronous = FULL" };

/**
 * LangGraph's SqliteSaver on a file, with the SQLite of Node in the place of better-sqlite3: that one
 * has to be downloaded for each machine. The statements that run are the same.
 */
export function openSqliteSaver(
  path: string,
  { synchronous }: { synchronous: Synchronous },
): { saver: SqliteSaver; close: () => void } {
  const database = new DatabaseSync(path);
  database.exec(`PRAGMA ${PRAGMA[synchronous]}`);
  const asBetterSqlite3 = {
    exec: (sql: string) => database.exec(sql),
    pragma: (setting: string) => database.exec(`PRAGMA ${setting}`),
    prepare: (sql: string) => prepare(database.prepare(sql)),
    transaction:
      <ARGS extends unknown[]>(work: (...args: ARGS) => void) =>
      (...args: ARGS) => {
        database.exec("BEGIN");
        try {
          work(...args);
        } catch (error) {
          database.exec("ROLLBACK");
          throw error;
        }
        database.exec("COMMIT");
      },
  };
  const saver = new SqliteSaver(asBetterSqlite3);
  return { saver, close: () => database.close() };
}

function prepare(statement: StatementSync) {
  return {
    get: (...values: unknown[]) => statement.get(...values.map(toInput)),
    all: (...values: unknown[]) => statement.all(...values.map(toInput)),
    run: (...values: unknown[]) => statement.run(...values.map(toInput)),
  };
}

/** Node refuses `undefined`, which better-sqlite3 stores as NULL. */
function toInput(value: unknown): SQLInputValue {
  return (value ?? null) as SQLInputValue;
}
