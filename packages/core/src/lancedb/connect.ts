import type { Connection } from "@lancedb/lancedb";
import type { Engine } from "./load-engine.ts";
import { probeConditionalWrites } from "./object-storage/probe-conditional-writes.ts";
import type { Location } from "./resolve-uri.ts";

const INDEX_CACHE_BYTES = 256n * 1024n ** 2n;
const METADATA_CACHE_BYTES = 128n * 1024n ** 2n;

/**
 * A connection to the place of a store.
 *
 * @throws {StoreError} when it is a bucket on which two writers would overwrite each other.
 */
export async function connect(
  { lancedb }: Engine,
  { uri, kind }: Location,
  storageOptions: Readonly<Record<string, string>> = {},
): Promise<Connection> {
  if (kind === "service") {
    // Without a key of its own LanceDB takes LANCEDB_API_KEY.
    const { apiKey, region, hostOverride } = storageOptions;
    return lancedb.connect(uri, {
      ...(apiKey && { apiKey }),
      ...(region && { region }),
      ...(hostOverride && { hostOverride }),
    });
  }
  if (kind === "bucket") await probeConditionalWrites(uri, storageOptions);
  return lancedb.connect(uri, {
    // Otherwise a table never shows what other processes wrote. Costs 0.01 ms a read (0.39.0).
    readConsistencyInterval: 0,
    // Otherwise the caches may grow to 7 GB.
    session: new lancedb.Session(INDEX_CACHE_BYTES, METADATA_CACHE_BYTES),
    storageOptions,
  });
}
