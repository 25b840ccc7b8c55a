import type { CreateEmbeddingResponse } from "openai/resources/embeddings";
import { EmbeddingError, InvalidInputError } from "../errors.ts";
import type { Embedder } from "../ports/embedder.ts";
import { type OpenAIConnectionOptions, connectOpenAI } from "./openai-client.ts";
import { explainOpenAIFailure } from "./openai-errors.ts";

/** Which embedding model, and where; nothing is required. */
export interface OpenAIEmbedderOptions extends OpenAIConnectionOptions {
  /** Default: `text-embedding-3-small`. */
  model?: string | undefined;
  /**
   * Needed for models that are not OpenAI's. For `text-embedding-3-small` and `-large`, fewer than
   * they have shorten the vectors.
   */
  dimensions?: number | undefined;
}

interface KnownModel {
  readonly dimensions: number;
  readonly shortens: boolean;
  readonly similarityRange: readonly [unrelated: number, same: number];
}

// Cosines of texts in English, by what others measured; the upper ends are a choice. The -3- models:
// 0.1 to 0.25 for a question and a text that has nothing to do with it, 0.45 where "similar" begins;
// ada-002: 0.72 to 0.77, and 0.85. https://www.s-anand.net/blog/embeddings-similarity-threshold/
// https://afurmanov.com/chunk-size-embedding-similarity https://github.com/Bike4Mind/bike4mind/issues/471
const KNOWN_MODELS: ReadonlyMap<string, KnownModel> = new Map([
  ["text-embedding-3-small", { dimensions: 1_536, shortens: true, similarityRange: [0.15, 0.8] }],
  ["text-embedding-3-large", { dimensions: 3_072, shortens: true, similarityRange: [0.15, 0.8] }],
  ["text-embedding-ada-002", { dimensions: 1_536, shortens: false, similarityRange: [0.7, 0.95] }],
]);

// OpenAI takes 2,048 texts and 300,000 tokens a request; a token may be as short as a character.
const MAX_TEXTS = 2_048;
const MAX_CHARACTERS = 250_000;

/**
 * An embedding model of OpenAI, or of any server that speaks its API.
 *
 * @throws {InvalidInputError} when the dimensions are not known, or not possible, or there is no key.
 */
export function openaiEmbedder(options: OpenAIEmbedderOptions = {}): Embedder {
  const { model = "text-embedding-3-small" } = options;
  const known = KNOWN_MODELS.get(model);
  const dimensions = chooseDimensions(model, known, options.dimensions);
  const isShortened = known !== undefined && dimensions < known.dimensions;
  const id = isShortened ? `openai/${model}@${dimensions}` : `openai/${model}`;
  const connection = connectOpenAI(options);

  const embedBatch = async (batch: readonly string[], signal: AbortSignal | undefined) => {
    const client = await connection.client();
    const response: Partial<CreateEmbeddingResponse> | undefined = await client.embeddings.create(
      { model, input: [...batch], ...(isShortened && { dimensions }) },
      // The pipeline retries, and its signal is the timeout.
      { maxRetries: 0, signal: signal ?? null },
    );
    // Not every server that speaks this API keeps to its types.
    const data = response?.data;
    if (data?.length !== batch.length) {
      throw new Error(`${data?.length ?? "no"} vectors for ${batch.length} texts`);
    }
    return data.toSorted((a, b) => a.index - b.index).map(({ embedding }) => embedding);
  };

  return {
    id,
    dimensions,
    similarityRange: known?.similarityRange,
    async embed(texts, { signal }) {
      const empty = texts.findIndex((text) => text.trim() === "");
      if (empty !== -1) {
        throw new EmbeddingError(`Text ${empty + 1} of ${texts.length} to embed is empty.`, {
          retryable: false,
        });
      }
      const vectors: number[][] = [];
      for (const batch of toBatches(texts)) {
        try {
          vectors.push(...(await embedBatch(batch, signal)));
        } catch (error) {
          signal?.throwIfAborted();
          const failure = explainOpenAIFailure(error, { model: id, baseURL: connection.baseURL });
          throw new EmbeddingError(failure.message, failure);
        }
      }
      return vectors;
    },
  };
}

function chooseDimensions(
  model: string,
  known: KnownModel | undefined,
  wanted: number | undefined,
): number {
  const dimensions = wanted ?? known?.dimensions;
  if (dimensions === undefined) {
    throw new InvalidInputError(
      `The dimensions of ${model} are not known here: pass them as \`dimensions\`.`,
      { parameter: "dimensions" },
    );
  }
  const fits =
    known === undefined ||
    dimensions === known.dimensions ||
    (known.shortens && dimensions < known.dimensions);
  if (!Number.isInteger(dimensions) || dimensions < 1 || !fits) {
    const possible = known && `: ${known.shortens ? "at most " : ""}${known.dimensions}`;
    throw new InvalidInputError(`${model} cannot have ${dimensions} dimensions${possible ?? ""}.`, {
      parameter: "dimensions",
      value: dimensions,
    });
  }
  return dimensions;
}

/** The texts in their order, in as few requests as the limits allow. */
function toBatches(texts: readonly string[]): string[][] {
  const batches: string[][] = [];
  let characters = 0;
  for (const text of texts) {
    const last = batches.at(-1);
    if (last && last.length < MAX_TEXTS && characters + text.length <= MAX_CHARACTERS) {
      last.push(text);
      characters += text.length;
    } else {
      batches.push([text]);
      characters = text.length;
    }
  }
  return batches;
}
