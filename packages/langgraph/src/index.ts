export { LanceDBSaver, type LanceDBSaverOptions } from "./saver/lancedb-saver.ts";
