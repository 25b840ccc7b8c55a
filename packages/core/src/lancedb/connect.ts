import type { Connection } from "@lancedb/lancedb";
import type { Engine } from "./load-engine.ts";
import { probeConditionalWrites } from "./object-storage/probe-conditional-writes.ts";
import type { Location } from "./resolve-uri.ts";

// They fill up with what every commit leaves behind, whatever is in use: with 256 and 128 MB a process
// that writes grew by 270 MB over 3,000 commits, with 32 and 16 by 75, and no read was slower (0.39.0).
const INDEX_CACHE_BYTES = 32n * 1024n ** 2n;
const METADATA_CACHE_BYTES = 16n * 1024n ** 2n;

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
    session: new lancedb.Session(INDEX_CACHE_BYTES, METADATA_CACHE_BYTES),
    storageOptions,
  });
}
