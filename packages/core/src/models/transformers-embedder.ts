import type { FeatureExtractionPipeline } from "@huggingface/transformers";
import { basename, isAbsolute } from "node:path";
import { EmbeddingError, InvalidInputError, messageOf } from "../errors.ts";
import type { Embedder } from "../ports/embedder.ts";
import { importTransformers } from "./import-transformers.ts";

/** Which local embedding model, and how it is used; nothing is required. */
export interface TransformersEmbedderOptions {
  /**
   * A model of the Hugging Face Hub with ONNX weights, or the absolute path of a folder with such
   * a one. Default: `Xenova/multilingual-e5-small`, about 120 MB, for a hundred languages.
   */
  model?: string | undefined;
  /** How long its vectors are. Needed for another model than the default. */
  dimensions?: number | undefined;
  /** How its weights are stored. Default: `q8`, a quarter of the size of `fp32`. */
  dtype?: "fp32" | "fp16" | "q8" | "q4" | undefined;
  /** How the vectors of the tokens become one. Default: `mean`. */
  pooling?: "mean" | "cls" | "last_token" | undefined;
  /** What the model wants before a query. Default: nothing, `query: ` for the default model. */
  queryPrefix?: string | undefined;
  /** What the model wants before a text to find. Default: nothing, `passage: ` for the default model. */
  documentPrefix?: string | undefined;
}

// The best of the small ones that take many languages: https://hotchpotch.dev/articles/embedding-gemma300m/
// Its cosines lie between 0.7 and 1 (its model card); where in there is a choice.
const DEFAULT_MODEL = {
  model: "Xenova/multilingual-e5-small",
  dimensions: 384,
  queryPrefix: "query: ",
  documentPrefix: "passage: ",
  similarityRange: [0.75, 0.95],
} as const;

const NO_DEFAULTS = {
  dimensions: undefined,
  queryPrefix: "",
  documentPrefix: "",
  similarityRange: undefined,
};

/**
 * A neural embedding model that runs in this process, on the CPU, by the optional package
 * `@huggingface/transformers`.
 *
 * The model is downloaded when it is first used, unless it is a folder, and kept where that package
 * keeps its files.
 *
 * @throws {InvalidInputError} when the dimensions are not known.
 */
export function transformersEmbedder(options: TransformersEmbedderOptions = {}): Embedder {
  const { model = DEFAULT_MODEL.model, dtype = "q8", pooling = "mean" } = options;
  const defaults = model === DEFAULT_MODEL.model ? DEFAULT_MODEL : NO_DEFAULTS;
  const dimensions = options.dimensions ?? defaults.dimensions;
  if (dimensions === undefined || !Number.isInteger(dimensions) || dimensions < 1) {
    throw new InvalidInputError(
      `Pass as \`dimensions\` how long the vectors of ${model} are: a whole number.`,
      { parameter: "dimensions", value: dimensions },
    );
  }
  const prefixes = {
    query: options.queryPrefix ?? defaults.queryPrefix,
    document: options.documentPrefix ?? defaults.documentPrefix,
  };

  let loading: Promise<FeatureExtractionPipeline> | undefined;
  const load = () =>
    (loading ??= loadPipeline(model, dtype).catch((error: unknown) => {
      // The next call tries again: the network may be back by then.
      loading = undefined;
      throw error;
    }));

  return {
    // Not the whole path: a folder that was moved holds the same model.
    id: `transformers/${isAbsolute(model) ? basename(model) : model}@${dtype}`,
    dimensions,
    similarityRange: defaults.similarityRange,
    async embed(texts, { purpose, signal }) {
      signal?.throwIfAborted();
      const extract = await load();
      const vectors: Float32Array[] = [];
      // One by one: in a batch, padding and quantization would let a text's neighbours into its vector.
      for (const text of texts) {
        signal?.throwIfAborted();
        const tensor = await extract(prefixes[purpose] + text, { pooling, normalize: true });
        const vector = Float32Array.from(tensor.data as Float32Array);
        if (vector.length !== dimensions) {
          throw new EmbeddingError(
            `The vectors of ${model} have ${vector.length} dimensions, not ${dimensions}: pass that number as \`dimensions\`.`,
            { retryable: false },
          );
        }
        vectors.push(vector);
      }
      return vectors;
    },
  };
}

async function loadPipeline(
  model: string,
  dtype: "fp32" | "fp16" | "q8" | "q4",
): Promise<FeatureExtractionPipeline> {
  const { pipeline } = await importTransformers("transformersEmbedder()", "embedder");
  try {
    return await pipeline("feature-extraction", model, { dtype });
  } catch (cause) {
    throw new EmbeddingError(
      `The model ${model} (${dtype}) could not be loaded: ${messageOf(cause)}. Check its name and the network; offline, pass the path of a folder that holds it.`,
      { retryable: true, cause },
    );
  }
}
