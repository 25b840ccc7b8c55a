import {
  createMemory,
  EmbeddingError,
  lanceDBStore,
  type Memory,
  type MemoryStore,
  StoreError,
} from "@palimpsest/core";
import { chooseEmbedder } from "../server/choose-embedder.ts";
import { openForReading } from "../server/open-for-reading.ts";

/** Where a memory is, when nobody says where. */
export const DEFAULT_URI = "./.palimpsest";

/** What a memory is opened for. */
interface OpenOptions {
  uri: string | undefined;
  /** Whether queries will be embedded. Default: false. */
  willSearch?: boolean;
  /** Whether something will be erased. Default: false. */
  mayErase?: boolean;
}

/**
 * A memory that is only looked at: nothing is written, no exchange taken up, no model asked.
 *
 * @throws {InvalidInputError} when there is no memory. None is created.
 * @throws {EmbeddingError} when it will be searched, and its embedder is not at hand.
 */
export async function openToLook({
  uri = DEFAULT_URI,
  willSearch = false,
  mayErase = false,
}: OpenOptions): Promise<Memory> {
  const { memory, canSearch } = await openForReading(uri, { mayErase });
  if (canSearch || !willSearch) return memory;
  const { embedder } = await memory.info();
  await memory.close();
  throw new EmbeddingError(
    `This memory was written with the embedder "${embedder}", which palimpsest cannot call. ${
      embedder.startsWith("openai/") ? "Set OPENAI_API_KEY." : "Search it from your application."
    }`,
    { retryable: false },
  );
}

/**
 * A memory that learns, as `createMemory` opens it, with the embedder that it was written with;
 * created when there is none.
 *
 * @throws {StoreError} when it cannot be opened, or its embedder is not at hand.
 */
export async function openToWrite({ uri = DEFAULT_URI }: OpenOptions): Promise<Memory> {
  const memory = createMemory({ uri });
  try {
    await memory.info();
    return memory;
  } catch (error) {
    await memory.close();
    if (!(error instanceof StoreError) || error.space === undefined) throw error;
    const { embedder, canSearch } = chooseEmbedder(error.space);
    if (!canSearch) throw error;
    return createMemory({ uri, embedder });
  }
}

/**
 * The store below a memory, to put it in order: without the steps above it, so that no exchange that
 * waits for a model of the application is read by another one here.
 *
 * @throws {InvalidInputError} when there is no memory. None is created.
 */
export async function openStore({ uri = DEFAULT_URI }: OpenOptions): Promise<MemoryStore> {
  const memory = await openToLook({ uri });
  const { embedder, dimensions } = await memory.info();
  await memory.close();
  return lanceDBStore({ uri, maintenance: "manual" })({ embedder, dimensions });
}
