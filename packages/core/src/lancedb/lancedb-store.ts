import { assembleStore } from "./assemble-store.ts";
import { loadEngine } from "./load-engine.ts";
import { openingAt } from "./opening-at.ts";
import { openPlace } from "./open-place.ts";
import { openTables } from "./open-tables.ts";
import type { OpenStore } from "../ports/memory-store.ts";
import type { Recovery } from "./recovery/recover-table.ts";
import { resolveUri } from "./resolve-uri.ts";
import { attempt } from "./store-errors.ts";
import { warn } from "../warn.ts";

/** Where a store is, and how careful it is. */
export interface LanceDBStoreOptions {
  /** A folder, or `s3://`, `gs://`, `az://`, or `db://` of LanceDB Enterprise and Cloud. */
  readonly uri: string;
  /** LanceDB's options for object storage; of `db://` its `apiKey`, `region` and `hostOverride`. */
  readonly storageOptions?: Record<string, string> | undefined;
  /** `fsync` (default): what was acknowledged survives a power cut too. For folders only. */
  readonly durability?: "fsync" | "os" | undefined;
  /**
   * `auto` (default): this process puts the tables in order, in turns with others. `manual`: it does
   * only when `maintain` is called; for fleets on a bucket, where one worker does it for all.
   */
  readonly maintenance?: "auto" | "manual" | undefined;
  /** Told of compactions that failed; no write fails for them. Default: a warning of the process. */
  readonly onMaintenanceError?: ((error: unknown) => void) | undefined;
  /** Told of tables that were opened at an earlier version. For folders only. Default: a warning of the process. */
  readonly onRecovered?: ((recovery: Recovery) => void) | undefined;
}

/**
 * Opens stores on LanceDB, embedded in this process. Several processes may share a folder or bucket.
 *
 * In a folder missing tables are created by whoever opens it. In a bucket they are not, unless the
 * call says that it is the one that sets the store up: of two processes that create a table there at
 * the same time one loses what it writes (0.39.0: 58 of 99 acknowledged rows).
 *
 * @throws {InvalidInputError} for a uri that names no place.
 */
export function lanceDBStore(options: LanceDBStoreOptions): OpenStore {
  const location = resolveUri(options.uri);
  const { durability = "fsync", maintenance = "auto", onMaintenanceError = warn } = options;
  return async (space, { isSetUp = false } = {}) =>
    attempt("open the store", async () => {
      const engine = await loadEngine();
      const place = await openPlace(engine, location, options.storageOptions);
      try {
        const handles = await openTables(engine, place.connection, space, {
          ...openingAt(place, options.onRecovered),
          mayCreate: location.kind !== "bucket" || isSetUp,
        });
        return await assembleStore(place, handles, { durability, maintenance, onMaintenanceError });
      } catch (error) {
        await place.leave();
        throw error;
      }
    });
}
