import { DatabaseSync } from "node:sqlite";

/** Node's SQLite with what mem0ai 3.3.1 calls of better-sqlite3 beyond it: `transaction`. */
export default class Database extends DatabaseSync {
  /** A function that does `work` as a whole or not at all. */
  transaction<ARGS extends unknown[]>(work: (...input: ARGS) => void): (...input: ARGS) => void {
    return (...input) => {
      this.exec("BEGIN");
      try {
        work(...input);
      } catch (error) {
        this.exec("ROLLBACK");
        throw error;
      }
      this.exec("COMMIT");
    };
  }
}
