import type { DurableTableOptions } from "@palimpsest/core/tables";
import type { EmbedSource } from "./text-embedder.ts";

/** Everything that `LanceDBStore` takes; nothing is required. */
export interface LanceDBStoreOptions {
  /** A folder, or `s3://`, `gs://`, `az://`. Default: `./.palimpsest`. */
  uri?: string | undefined;
  /** LanceDB's options for object storage. */
  storageOptions?: DurableTableOptions["storageOptions"];
  /** `fsync` (default): what was put survives a power cut. `os`: it survives a crash of the process. */
  durability?: DurableTableOptions["durability"];
  /** `auto` (default): this process compacts the table behind its writes. `manual`: only `maintain()` does. */
  maintenance?: DurableTableOptions["maintenance"];
  /** The table's name. Default: `lg_store`. */
  table?: string | undefined;
  /** What is searched by meaning. Without it queries are ignored. */
  index?: IndexOptions | undefined;
  ttl?: TtlOptions | undefined;
  /** Told of what failed behind a call: sweeping, refreshing, compacting. Default: a warning of the process. */
  onError?: ((error: unknown) => void) | undefined;
}

/** How items are embedded. One of `embeddings` and `embed` is needed: they are two names of one thing. */
export interface IndexOptions {
  /** How many numbers a vector has. */
  dims: number;
  /** Embeddings of LangChain, or a function that gives a vector for each text. */
  embeddings?: EmbedSource | undefined;
  embed?: EmbedSource | undefined;
  /** Paths to what is embedded, each text a vector of its own. Default: `["$"]`, the whole value. */
  fields?: string[] | undefined;
}

/** How long items live, in minutes. */
export interface TtlOptions {
  /** Of items that are put without a ttl of their own. Default: forever. */
  defaultTtl?: number | undefined;
  /** Whether `get` and `search` begin the lives of what they find anew. Default: false. */
  refreshOnRead?: boolean | undefined;
  /** Between two sweeps for items that have expired. Default: 60. */
  sweepIntervalMinutes?: number | undefined;
}
