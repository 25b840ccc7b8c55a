import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  createMemory,
  type EmbeddingSpace,
  InvalidInputError,
  lanceDBStore,
  lexicalEmbedder,
  type LanguageModel,
  type Memory,
  type MemoryStore,
  ModelCallError,
  StoreError,
} from "@palimpsest/core";
import { chooseEmbedder } from "./choose-embedder.ts";
import { refuseWrites, type Rights } from "./refuse-writes.ts";

/** An open memory, the store below it, which is closed with it, and whether it can be searched. */
export interface Opened {
  memory: Memory;
  store: MemoryStore;
  canSearch: boolean;
}

/**
 * Opens a memory to look at it, with whatever embedder it was written with: no exchange is taken up, no
 * model asked, no table compacted, and no folder made. What may be done beside looking, the rights say.
 *
 * @throws {InvalidInputError} when there is no memory in the folder.
 */
export async function openForReading(uri: string, rights: Rights = {}): Promise<Opened> {
  requireStore(uri);
  const guess = lexicalEmbedder();
  try {
    return await open(uri, { embedder: guess.id, dimensions: guess.dimensions }, rights);
  } catch (error) {
    if (!(error instanceof StoreError) || error.space === undefined) throw error;
    return open(uri, error.space, rights);
  }
}

async function open(uri: string, space: EmbeddingSpace, rights: Rights): Promise<Opened> {
  const { embedder, canSearch } = chooseEmbedder(space);
  const whole = await lanceDBStore({ uri, maintenance: "manual" })(space);
  const store = refuseWrites(whole, rights);
  const memory = createMemory({ uri, embedder, model: NO_MODEL, store: async () => store });
  try {
    // A memory closes the store that a call of it has opened.
    await memory.info();
  } catch (error) {
    await memory.close();
    throw error;
  }
  return { memory, store, canSearch };
}

const NO_MODEL: LanguageModel = {
  id: "none",
  async generate() {
    throw new ModelCallError("The inspector asks no model.", { retryable: false });
  },
};

/** An opening creates what is missing, so a folder that holds no memory is not opened. */
function requireStore(uri: string): void {
  const isElsewhere = /^[a-z][a-z0-9+.-]*:\/\//i.test(uri) && !uri.startsWith("file://");
  if (isElsewhere) return;
  const folder = uri.startsWith("file://") ? fileURLToPath(uri) : uri;
  const isStore = existsSync(folder) && readdirSync(folder).some(isTableOfMemories);
  if (isStore) return;
  throw new InvalidInputError(
    `There is no memory in "${folder}". Pass the folder that your application gives createMemory as its uri, with --uri.`,
    { parameter: "uri", value: uri },
  );
}

function isTableOfMemories(name: string): boolean {
  return name.startsWith("memories_") && name.endsWith(".lance");
}
