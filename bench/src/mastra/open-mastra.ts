import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { LibSQLStore, LibSQLVector } from "@mastra/libsql";

/** Where Mastra keeps what its memories know. */
export interface MastraStores extends AsyncDisposable {
  readonly folder: string;
  /** Threads and messages. */
  readonly storage: LibSQLStore;
  /** The vectors of messages. */
  readonly vector: LibSQLVector;
}

/**
 * Opens LibSQL in a folder, as Mastra's guide does. Vectors stand in a file of their own: in that of the
 * messages, whoever saves a message would wait while semantic recall writes its index.
 */
export async function openMastra(folder: string): Promise<MastraStores> {
  await mkdir(folder);
  const storage = new LibSQLStore({ id: "storage", url: `file:${join(folder, "mastra.db")}` });
  const vector = new LibSQLVector({ id: "vector", url: `file:${join(folder, "vectors.db")}` });
  await storage.init();
  return {
    folder,
    storage,
    vector,
    async [Symbol.asyncDispose]() {
      await vector.close();
      await storage.close();
    },
  };
}
