import { createRequire } from "node:module";
import type * as lancedb from "@lancedb/lancedb";
import type * as arrow from "apache-arrow";

/** LanceDB and the Arrow library that it shares with us. */
export interface Engine {
  readonly lancedb: typeof lancedb;
  readonly arrow: typeof arrow;
}

/** LanceDB, loaded by the first call: its binary has 200 MB, which an import of ours must not cost. */
export async function loadEngine(): Promise<Engine> {
  // Read once, by the import; without it every query may print warnings (0.39.0).
  process.env["LANCEDB_LOG"] ??= "error";
  return {
    lancedb: await import("@lancedb/lancedb"),
    // The CommonJS copy is the one that LanceDB loads: it knows its own classes only.
    arrow: createRequire(import.meta.url)("apache-arrow") as typeof arrow,
  };
}
