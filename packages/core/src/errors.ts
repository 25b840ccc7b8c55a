const marker = Symbol.for("palimpsest.memory-error");

/** What the caller can do about an error: fix the call, handle the absence, retry, look at the model, wait. */
export type MemoryErrorCode =
  | "invalid-input"
  | "not-found"
  | "model-call"
  | "model-output"
  | "embedding"
  | "budget"
  | "store"
  | "redaction"
  | "closed";

/** The family of everything that core throws, aborts excepted: those reject with the signal's reason. */
export class MemoryError extends Error {
  readonly code: MemoryErrorCode;
  readonly [marker] = true;

  constructor(code: MemoryErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = new.target.name;
    this.code = code;
  }

  /** Whether `error` is one of this family, also across two copies of the package. */
  static isInstance(error: unknown): error is MemoryError {
    return typeof error === "object" && error !== null && marker in error;
  }
}

/** The call cannot be carried out as it was made: fix `parameter`. Nothing was written. */
export class InvalidInputError extends MemoryError {
  readonly parameter: string;
  readonly value: unknown;

  constructor(message: string, options: { parameter: string; value?: unknown; cause?: unknown }) {
    super("invalid-input", message, options);
    this.parameter = options.parameter;
    this.value = options.value;
  }
}

/** No memory or decision of this id is visible in the scope: unknown, erased, or somebody else's. */
export class MemoryNotFoundError extends MemoryError {
  readonly id: string;

  constructor(id: string) {
    super("not-found", `No memory or decision with the id "${id}" is known in this scope.`);
    this.id = id;
  }
}

/** A step that asks a model. */
export type ModelStep = "extract" | "judge" | "summarize";

/** The model could not be asked: it is down, slow, out of quota, or refuses the key. */
export class ModelCallError extends MemoryError {
  /** The status of the HTTP answer, when there was one. */
  readonly status: number | undefined;
  /** Whether the same call may succeed later. */
  readonly retryable: boolean;
  /** How long the server asked to wait, in milliseconds. */
  readonly retryAfterMs: number | undefined;

  constructor(
    message: string,
    options: { retryable: boolean; status?: number; retryAfterMs?: number; cause?: unknown },
  ) {
    super("model-call", message, options);
    this.status = options.status;
    this.retryable = options.retryable;
    this.retryAfterMs = options.retryAfterMs;
  }
}

/** The model answered, and the answer is not what the tool asks for: truncated, prose, wrong types. */
export class ModelOutputError extends MemoryError {
  /** What the model said, at most 2,000 characters of it. */
  readonly text: string;

  constructor(message: string, options: { text: string; cause?: unknown }) {
    super("model-output", message, options);
    this.text = options.text.slice(0, 2_000);
  }
}

/** The embedder failed, or gave vectors of the wrong number, length or value. */
export class EmbeddingError extends MemoryError {
  /** The status of the HTTP answer, when there was one. */
  readonly status: number | undefined;
  readonly retryable: boolean;
  readonly retryAfterMs: number | undefined;
  /** Whether it is there and set up rightly, and only what it gave for these texts cannot be used. */
  readonly answered: boolean;

  constructor(
    message: string,
    options: {
      retryable: boolean;
      status?: number;
      retryAfterMs?: number;
      answered?: boolean;
      cause?: unknown;
    },
  ) {
    super("embedding", message, options);
    this.status = options.status;
    this.retryable = options.retryable;
    this.retryAfterMs = options.retryAfterMs;
    this.answered = options.answered ?? false;
  }
}

/** A budget does not have as much left: wait until `retryAt`, ask for less, or raise the limit. Nothing was spent. */
export class BudgetError extends MemoryError {
  /** `day`: of one user in a day. `call`: of one call. */
  readonly budget: "call" | "day";
  readonly quantity: "modelCalls" | "tokens" | "memories" | "bytes";
  readonly limit: number;
  /** What was spent of it before. */
  readonly spent: number;
  /** When the day has turned. */
  readonly retryAt: Date | undefined;

  constructor(
    message: string,
    options: Pick<BudgetError, "budget" | "quantity" | "limit" | "spent"> & { retryAt?: Date },
  ) {
    super("budget", message);
    this.budget = options.budget;
    this.quantity = options.quantity;
    this.limit = options.limit;
    this.spent = options.spent;
    this.retryAt = options.retryAt;
  }
}

/** The store failed: disk full, folder not writable, files damaged, other embedding model. */
export class StoreError extends MemoryError {
  readonly operation: string;
  /** The embedding model that the store was written with, when that is what it was not opened with. */
  readonly space: { readonly embedder: string; readonly dimensions: number } | undefined;

  constructor(
    message: string,
    options: { operation: string; space?: StoreError["space"]; cause?: unknown },
  ) {
    super("store", message, options);
    this.operation = options.operation;
    this.space = options.space;
  }
}

/** The hook that redacts failed, or gave no string. Nothing of the call was stored: it can be made again. */
export class RedactionError extends MemoryError {
  constructor(message: string, options?: { cause?: unknown }) {
    super("redaction", message, options);
  }
}

/** The memory was closed: create another one. */
export class ClosedError extends MemoryError {
  constructor(message = "This memory was closed. Create another one with createMemory().") {
    super("closed", message);
  }
}

/** What a failure says of itself, whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
