import type { TextClassificationPipeline } from "@huggingface/transformers";
import { basename, isAbsolute } from "node:path";
import { InvalidInputError, ModelCallError, messageOf } from "../errors.ts";
import type { Reranker } from "../ports/reranker.ts";
import { importTransformers } from "./import-transformers.ts";

/** Which local cross-encoder; nothing is required. */
export interface TransformersRerankerOptions {
  /**
   * A cross-encoder of the Hugging Face Hub with ONNX weights, or the absolute path of a folder with
   * such a one. Default: `Xenova/ms-marco-MiniLM-L-6-v2`, 23 MB, English. For other languages
   * `onnx-community/bge-reranker-v2-m3-ONNX`, some 600 MB. Both are Apache-2.0.
   */
  model?: string | undefined;
  /** How its weights are stored. Default: `q8`, a quarter of the size of `fp32`. */
  dtype?: "fp32" | "fp16" | "q8" | "q4" | undefined;
}

/**
 * A query is read up to here, in characters. Transformers.js 4 cuts a pair of texts at the end of the
 * second one: a long query would leave nothing of it in the 512 tokens that most models read.
 */
const LONGEST_QUERY = 400;

/**
 * A cross-encoder that runs in this process, on the CPU, by the optional package
 * `@huggingface/transformers`.
 *
 * Its relevance is the sigmoid of the model's one output. What scores lie where differs between
 * models, and those trained on questions to a search engine think little of what helps only
 * indirectly, so look at the scores before relying on `threshold`.
 *
 * The model is downloaded when it is first used, unless it is a folder, and kept where that package
 * keeps its files. Reranking rejects with a `ModelCallError` when that fails, and with an
 * `InvalidInputError` when the package is missing or the model is no reranker.
 */
export function transformersReranker(options: TransformersRerankerOptions = {}): Reranker {
  const { model = "Xenova/ms-marco-MiniLM-L-6-v2", dtype = "q8" } = options;
  let loading: Promise<TextClassificationPipeline> | undefined;
  const load = () =>
    (loading ??= loadPipeline(model, dtype).catch((error: unknown) => {
      // The next call tries again: the network may be back by then.
      loading = undefined;
      throw error;
    }));

  return {
    // Not the whole path: a folder that was moved holds the same model.
    id: `transformers/${isAbsolute(model) ? basename(model) : model}@${dtype}`,
    async rerank(query, texts, { signal } = {}) {
      signal?.throwIfAborted();
      const pipeline = await load();
      const relevances: number[] = [];
      // One by one: in a batch, padding and quantization would let a text's neighbours into its score.
      for (const text of texts) {
        signal?.throwIfAborted();
        relevances.push(await scorePair(pipeline, query.slice(0, LONGEST_QUERY), text, model));
      }
      return relevances;
    },
  };
}

async function scorePair(
  // The pipeline itself takes no pairs (Transformers.js 4.3).
  { tokenizer, model }: TextClassificationPipeline,
  query: string,
  text: string,
  name: string,
): Promise<number> {
  const { logits } = await model(tokenizer(query, { text_pair: text, truncation: true }));
  const scores = Array.from(logits.data as Float32Array);
  const [logit] = scores;
  if (logit === undefined || scores.length > 1) {
    throw new InvalidInputError(
      `A reranker gives a pair of texts one score, and ${name} gives ${scores.length}: choose a cross-encoder that was trained to rerank.`,
      { parameter: "model", value: name },
    );
  }
  return 1 / (1 + Math.exp(-logit));
}

async function loadPipeline(
  model: string,
  dtype: "fp32" | "fp16" | "q8" | "q4",
): Promise<TextClassificationPipeline> {
  const { pipeline } = await importTransformers("transformersReranker()", "reranker");
  try {
    return await pipeline("text-classification", model, { dtype });
  } catch (cause) {
    throw new ModelCallError(
      `The model ${model} (${dtype}) could not be loaded: ${messageOf(cause)}. Check its name and the network; offline, pass the path of a folder that holds it.`,
      { retryable: true, cause },
    );
  }
}
