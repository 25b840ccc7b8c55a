import type { LanguageModelMiddleware } from "ai";

// The types of one call of a model, taken from `ai` itself, so that they are those of the version that
// is installed: `@ai-sdk/provider`, which declares them, is not a dependency of an application.

type Middleware = Required<LanguageModelMiddleware>;

/** What a model is called with. */
export type CallParams = Parameters<Middleware["transformParams"]>[0]["params"];

/** The messages of a call. */
export type Prompt = CallParams["prompt"];

/** What a call gives at once. */
export type GenerateResult = Awaited<ReturnType<Middleware["wrapGenerate"]>>;

/** What a call gives as a stream. */
export type StreamResult = Awaited<ReturnType<Middleware["wrapStream"]>>;

/** A part of a stream. */
export type StreamPart = StreamResult["stream"] extends ReadableStream<infer PART> ? PART : never;

/** What a provider says of its answer beside the answer. */
export type ProviderMetadata = NonNullable<GenerateResult["providerMetadata"]>;
