import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { type BudgetOptions, type Budgets, resolveBudgets } from "./calls/budgets.ts";
import { InvalidInputError } from "./errors.ts";
import type { EventListener } from "./events.ts";
import { lexicalEmbedder } from "./models/lexical-embedder.ts";
import { localModel } from "./models/local/local-model.ts";
import { openaiEmbedder } from "./models/openai-embedder.ts";
import { openai } from "./models/openai.ts";
import {
  readRedactOption,
  type RedactOption,
  type RedactSettings,
} from "./redact/read-redact-option.ts";
import { WORD_WEIGHTS, type WordWeights } from "./search/words/score-by-words.ts";
import { withoutAbsent } from "./without-absent.ts";
import type { Embedder } from "./ports/embedder.ts";
import type { LanguageModel } from "./ports/language-model.ts";
import type { OpenStore } from "./ports/memory-store.ts";
import type { Reranker } from "./ports/reranker.ts";

/** Everything that `createMemory` takes; nothing is required. */
export interface MemoryOptions {
  /** Where the memory is kept: a folder, or `s3://`, `gs://`, `az://`. Default: `./.palimpsest`. */
  uri?: string | undefined;
  /** LanceDB's options for object storage. */
  storageOptions?: Record<string, string> | undefined;
  /** `fsync` (default): acknowledged writes survive a power cut. `os`: they survive a crash of the process. */
  durability?: "fsync" | "os" | undefined;
  /**
   * `auto` (default): this process compacts the store behind its writes. `manual`: only when
   * `maintain()` is called, for fleets on a bucket where one worker does it for all.
   */
  maintenance?: "auto" | "manual" | undefined;
  /** Another store than LanceDB under `uri`. */
  store?: OpenStore | undefined;
  /** Extracts, judges, summarizes. Default: OpenAI when `OPENAI_API_KEY` is set, else the local rules. */
  model?: LanguageModel | undefined;
  /** Default: OpenAI when `OPENAI_API_KEY` is set, else the offline embedder. */
  embedder?: Embedder | undefined;
  /** Reorders what a search found, before the cut. Default: none. */
  reranker?: Reranker | undefined;
  /** What the extractor should heed beyond its own rules, in every call. */
  instructions?: string | undefined;
  /** Longest wait for one answer of a model or embedder, in milliseconds, up to 2^31 - 1. Default: 30,000. */
  modelTimeoutMs?: number | undefined;
  /**
   * Longest time for one exchange from its turn on, with all calls and their repeats, in milliseconds;
   * then it waits, and nothing of it was written. Up to 2^31 - 1; default: 300,000.
   */
  addTimeoutMs?: number | undefined;
  /** How often a failed call of a model or embedder is made again. Default: 2. */
  retries?: number | undefined;
  /** Who judges when the model fails: the local `rules`, or nobody (`none`, the default): then the exchange waits. */
  fallback?: "none" | "rules" | undefined;
  /** New messages of a session after which its summary is written anew. Default: 10. */
  summaryEvery?: number | undefined;
  /** Messages before the exchange that the extractor sees. Default: 10. */
  recentMessages?: number | undefined;
  /** Related memories that the judge sees per fact. Default: 10. */
  candidatesPerFact?: number | undefined;
  /** What is refused because it is too much. */
  limits?: Partial<Limits> | undefined;
  /**
   * What is removed before anything is stored or shown to a model. Default: credentials. `pii` adds
   * kinds of personal data, a function is asked about each text after that, `false` removes nothing.
   */
  redact?: RedactOption | undefined;
  /** What one call and one user's day may cost. */
  budgets?: BudgetOptions | undefined;
  /** Is told what happens, for logs and meters. */
  onEvent?: EventListener | undefined;
  /** The clock. Default: the system's. */
  now?: (() => Date) | undefined;
  /** Makes ids; they order lists, so they should ascend. Default: UUID version 7. */
  newId?: (() => string) | undefined;
}

/** What is too much, in characters where nothing else is said. */
export interface Limits {
  /** One memory. Default: 2,000. */
  memory: number;
  /** All messages of one `add`. Default: 500,000. */
  exchange: number;
  /** Facts of one exchange, counted. Default: 100. */
  facts: number;
  /** Metadata as JSON. Default: 32,768. */
  metadata: number;
}

/** The options with every default filled in. */
export interface Settings {
  uri: string;
  storageOptions: Record<string, string> | undefined;
  durability: "fsync" | "os";
  maintenance: "auto" | "manual";
  store: OpenStore | undefined;
  model: LanguageModel;
  embedder: Embedder;
  defaults: "openai" | "local" | "none";
  reranker: Reranker | undefined;
  instructions: string | undefined;
  modelTimeoutMs: number;
  addTimeoutMs: number;
  retries: number;
  /** Judges where the model fails. */
  fallback: LanguageModel | undefined;
  summaryEvery: number;
  recentMessages: number;
  candidatesPerFact: number;
  limits: Limits;
  redact: RedactSettings;
  budgets: Budgets;
  /** What a search counts words by. No option: it was measured, and is changed to measure again. */
  wordWeights: WordWeights;
  onEvent: EventListener | undefined;
  now: () => Date;
  newId: () => string;
}

const DEFAULT_LIMITS: Limits = { memory: 2_000, exchange: 500_000, facts: 100, metadata: 32_768 };

const method = z.custom<(...input: never[]) => unknown>((value) => typeof value === "function");
const count = z.int().min(0);
const limit = z.int().min(1).optional();
// Node waits no longer: a timer of more fires after a millisecond, AbortSignal.timeout throws from 2^32 on.
const timeoutMs = z
  .int()
  .min(1)
  .max(2 ** 31 - 1)
  .optional();
const budget = z.union([z.int().min(0), z.literal(Infinity)]).optional();

const embedderSchema = z.looseObject({
  id: z.string().min(1),
  dimensions: z.int().min(1),
  embed: method,
});

const optionsSchema = z.strictObject({
  uri: z.string().min(1).optional(),
  storageOptions: z.record(z.string(), z.string()).optional(),
  durability: z.enum(["fsync", "os"]).optional(),
  maintenance: z.enum(["auto", "manual"]).optional(),
  store: method.optional(),
  model: z.looseObject({ id: z.string().min(1), generate: method }).optional(),
  embedder: embedderSchema.optional(),
  reranker: z.looseObject({ id: z.string().min(1), rerank: method }).optional(),
  instructions: z.string().optional(),
  modelTimeoutMs: timeoutMs,
  addTimeoutMs: timeoutMs,
  retries: count.optional(),
  fallback: z.enum(["none", "rules"]).optional(),
  summaryEvery: z.int().min(1).optional(),
  recentMessages: count.optional(),
  candidatesPerFact: z.int().min(1).optional(),
  limits: z
    .strictObject({ memory: limit, exchange: limit, facts: limit, metadata: limit })
    .optional(),
  // Read by `readRedactOption`, which says more of what is wrong.
  redact: z.unknown().optional(),
  budgets: z
    .strictObject({
      call: z.strictObject({ modelCalls: budget, tokens: budget }).optional(),
      day: z
        .strictObject({ modelCalls: budget, tokens: budget, memories: budget, bytes: budget })
        .optional(),
    })
    .optional(),
  onEvent: method.optional(),
  now: method.optional(),
  newId: method.optional(),
});

/**
 * The value as an embedder.
 *
 * @throws {InvalidInputError} when it is none.
 */
export function readEmbedder(value: Embedder): Embedder {
  if (embedderSchema.safeParse(value).success) return value;
  throw new InvalidInputError("embedder must be an Embedder: { id, dimensions, embed }.", {
    parameter: "embedder",
    value,
  });
}

/**
 * The settings that `options` ask for.
 *
 * @throws {InvalidInputError} when an option is unknown or of the wrong type.
 */
export function resolveSettings(options: MemoryOptions): Settings {
  const parsed = optionsSchema.safeParse(options);
  if (!parsed.success) throw toInputError(parsed.error, options);
  // An empty key is how shells and compose files say "none".
  const hosted = Boolean(process.env["OPENAI_API_KEY"]);
  const chosen = options.model === undefined || options.embedder === undefined;
  return {
    uri: options.uri ?? "./.palimpsest",
    storageOptions: options.storageOptions,
    durability: options.durability ?? "fsync",
    maintenance: options.maintenance ?? "auto",
    store: options.store,
    model: options.model ?? (hosted ? openai() : localModel()),
    embedder: options.embedder ?? (hosted ? openaiEmbedder() : lexicalEmbedder()),
    defaults: chosen ? (hosted ? "openai" : "local") : "none",
    reranker: options.reranker,
    instructions: options.instructions,
    modelTimeoutMs: options.modelTimeoutMs ?? 30_000,
    addTimeoutMs: options.addTimeoutMs ?? 300_000,
    retries: options.retries ?? 2,
    fallback: options.fallback === "rules" ? localModel() : undefined,
    summaryEvery: options.summaryEvery ?? 10,
    recentMessages: options.recentMessages ?? 10,
    candidatesPerFact: options.candidatesPerFact ?? 10,
    limits: { ...DEFAULT_LIMITS, ...withoutAbsent(options.limits ?? {}) },
    redact: readRedactOption(options.redact),
    budgets: resolveBudgets(options.budgets),
    wordWeights: WORD_WEIGHTS,
    onEvent: options.onEvent,
    now: options.now ?? (() => new Date()),
    newId: options.newId ?? uuidv7,
  };
}

/** Of the options only the one that is wrong goes along: others may be keys, and errors are logged. */
function toInputError(cause: z.ZodError, options: unknown): InvalidInputError {
  const [issue] = cause.issues;
  const path = issue?.path ?? [];
  const parameter = path.join(".") || "options";
  const given = path.reduce<unknown>(
    (part, name) => (Object(part) as Readonly<Record<PropertyKey, unknown>>)[name],
    options,
  );
  return new InvalidInputError(`createMemory: ${parameter}: ${issue?.message}.`, {
    parameter,
    value: issue?.code === "unrecognized_keys" ? issue.keys : given,
    cause,
  });
}
