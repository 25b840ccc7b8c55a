import { createHash } from "node:crypto";
import type { CreateEmbeddingResponse, EmbeddingCreateParams } from "openai/resources/embeddings";
import { type Answer, jsonAnswer } from "./answer.ts";
import { estimateTokens } from "./chat.ts";
import { RequestError } from "./request-error.ts";

/** What a client asks of the embeddings endpoint. */
export interface EmbeddingRequest {
  readonly model: string;
  /** Of the request, else of the model. */
  readonly dimensions: number;
  /** The body of the request as it came. */
  readonly body: object;
}

/** The vector of a text. */
export type Embed = (text: string, request: EmbeddingRequest) => readonly number[];

const MAX_INPUTS = 2_048;

/** The answer to a `POST /v1/embeddings`. */
export function answerEmbeddings(
  body: EmbeddingCreateParams,
  embed: Embed = embedWords,
  change: (vector: readonly number[]) => readonly number[] = (vector) => vector,
): Answer {
  const texts = readInput(body.input);
  const request: EmbeddingRequest = {
    model: body.model,
    dimensions: body.dimensions ?? (body.model === "text-embedding-3-large" ? 3_072 : 1_536),
    body,
  };
  const tokens = texts.reduce((sum, text) => sum + estimateTokens(text), 0);
  const response: Omit<CreateEmbeddingResponse, "data"> & { data: object[] } = {
    object: "list",
    data: texts.map((text, index) => ({
      object: "embedding",
      index,
      embedding: encode(change(embed(text, request)), body.encoding_format),
    })),
    model: body.model,
    usage: { prompt_tokens: tokens, total_tokens: tokens },
  };
  return jsonAnswer(response);
}

function readInput(input: EmbeddingCreateParams["input"]): string[] {
  // Tokens, as some clients send them, are told apart and otherwise not understood.
  const texts =
    typeof input === "string"
      ? [input]
      : typeof input[0] === "number"
        ? [input.join(" ")]
        : input.map(String);
  if (texts.length === 0 || texts.length > MAX_INPUTS || texts.includes("")) {
    throw new RequestError({
      status: 400,
      message: `'$.input' is invalid: 1 to ${MAX_INPUTS} texts, none of them empty.`,
    });
  }
  return texts;
}

function encode(vector: readonly number[], format: string | undefined): readonly number[] | string {
  return format === "base64"
    ? Buffer.from(Float32Array.from(vector).buffer).toString("base64")
    : vector;
}

/** A unit vector of hashed words, so that texts are the nearer the more words they share. */
function embedWords(text: string, { dimensions }: EmbeddingRequest): number[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [text];
  const vector = Array.from<number>({ length: dimensions }).fill(0);
  for (const word of words) {
    const hash = createHash("sha256").update(word).digest();
    // Several places a word, each with a sign: unrelated words cancel out instead of adding up.
    for (let offset = 0; offset < 32; offset += 4) {
      const place = hash.readUInt32LE(offset);
      const index = (place >>> 1) % dimensions;
      vector[index] = (vector[index] ?? 0) + (place % 2 === 0 ? 1 : -1);
    }
  }
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}
