import { embedTexts } from "../calls/embed-texts.ts";
import type { Engine } from "../engine.ts";
import { InvalidInputError } from "../errors.ts";
import type { Embedder } from "../ports/embedder.ts";
import { readEmbedder } from "../settings.ts";

/** What `reembed` takes. */
export interface ReembedOptions {
  /** The embedder to use from now on. */
  embedder: Embedder;
  /** Told after each batch how many versions have a vector of it, of how many. */
  onProgress?: ((progress: { done: number; total: number }) => void) | undefined;
  /** Stops between two batches. What was embedded is kept for the next call. */
  signal?: AbortSignal | undefined;
}

/**
 * Moves a memory to another embedder: every version of every memory gets a vector of it, in batches,
 * while the memory is read and written. From then on this memory uses that embedder. One of the space
 * that it is in has nothing to move.
 *
 * @throws {InvalidInputError} when the embedder is none, or another move is under way.
 */
export async function reembed(engine: Engine, options: ReembedOptions): Promise<void> {
  const embedder = readEmbedder(options.embedder);
  const { onProgress, signal } = options;
  signal?.throwIfAborted();
  if (moving.has(engine)) {
    throw new InvalidInputError("reembed() is under way already. Wait for it.", {
      parameter: "embedder",
      value: embedder.id,
    });
  }
  moving.add(engine);
  try {
    const startedAt = performance.now();
    const store = await engine.store();
    if (isSameSpace(embedder, engine.settings.embedder)) {
      engine.settings.embedder = embedder;
      return;
    }
    let versions = 0;
    await store.moveTo(
      { embedder: embedder.id, dimensions: embedder.dimensions },
      {
        embed: async (texts) =>
          embedTexts(engine, texts, { purpose: "document", embedder, signal }),
        onProgress(progress) {
          versions = progress.total;
          onProgress?.(progress);
        },
        alone: async (work) =>
          engine.alone(async () => {
            await work();
            engine.settings.embedder = embedder;
          }),
        signal,
      },
    );
    const durationMs = performance.now() - startedAt;
    engine.emit({ type: "reembedded", embedder: embedder.id, versions, durationMs });
  } finally {
    moving.delete(engine);
  }
}

function isSameSpace(one: Embedder, other: Embedder): boolean {
  return one.id === other.id && one.dimensions === other.dimensions;
}

/** The memories that move. */
const moving = new WeakSet<Engine>();
