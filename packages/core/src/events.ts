import type { MemoryError, ModelStep } from "./errors.ts";
import type { Redacted } from "./redact/create-redactor.ts";
import type { Change, Decision, ForgetReceipt } from "./record.ts";
import type { Scope } from "./scope.ts";

/** What happened, for logs, meters and dashboards. Durations are in milliseconds. */
export type MemoryEvent =
  /** Once, at the first call: which models are in use, and why. */
  | {
      type: "opened";
      uri: string;
      model: string;
      embedder: string;
      dimensions: number;
      /** Whether the models were chosen for you, because none were given. */
      defaults: "openai" | "local" | "none";
      durationMs: number;
    }
  /** Passages were removed from what a call was given, before anything else was done with it. */
  | { type: "redacted"; scope?: Scope; redacted: Redacted }
  /** A model answered. */
  | {
      type: "model-called";
      step: ModelStep;
      model: string;
      inputTokens: number;
      outputTokens: number;
      durationMs: number;
    }
  /** Texts were embedded in one call. */
  | { type: "embedded"; embedder: string; texts: number; durationMs: number }
  /** A search was put into the order of a reranker. */
  | { type: "reranked"; reranker: string; texts: number; durationMs: number }
  /** A reranker failed, and a search kept its own order. */
  | { type: "rerank-failed"; reranker: string; error: MemoryError }
  /** A call to a model, embedder or reranker failed and is made again. */
  | { type: "retrying"; attempt: number; delayMs: number; error: MemoryError }
  /** A service failed so often in a row that it is left alone for `coolingMs`; calls fail at once meanwhile. */
  | {
      type: "circuit-opened";
      service: "model" | "embedder" | "reranker";
      id: string;
      failures: number;
      coolingMs: number;
      error: MemoryError;
    }
  /** A service that was left alone answers again. */
  | { type: "circuit-closed"; service: "model" | "embedder" | "reranker"; id: string }
  /** Facts were extracted from an exchange; `refused` of them by a rule. */
  | {
      type: "extracted";
      scope: Scope;
      episodeId: string;
      facts: number;
      refused: number;
      durationMs: number;
    }
  /** Related memories were looked up, for all facts at once. */
  | { type: "found"; scope: Scope; facts: number; memories: number; durationMs: number }
  /** Each fact has its verdict; `asked` of them came from the model. */
  | { type: "judged"; scope: Scope; facts: number; asked: number; durationMs: number }
  /** The decisions of a report were logged, those that changed nothing too. */
  | {
      type: "decided";
      scope: Scope;
      reportId: string;
      decisions: Decision[];
      durationMs: number;
    }
  /** A commit changed the memory. */
  | { type: "written"; scope: Scope; reportId: string; changes: Change[]; durationMs: number }
  /** An exchange could not be processed now: kept, and taken up again. `dead` when given up. */
  | {
      type: "postponed";
      scope: Scope;
      episodeId: string;
      status: "pending" | "dead";
      attempts: number;
      error: MemoryError;
    }
  /** A search found `results` among `candidates`. */
  | { type: "searched"; scope: Scope; candidates: number; results: number; durationMs: number }
  /** All memories were moved to another embedder, with so many versions. */
  | { type: "reembedded"; embedder: string; versions: number; durationMs: number }
  /** The summary of a conversation took in so many messages more. */
  | { type: "summarized"; scope: Scope; messages: number; durationMs: number }
  /** Rows were erased for good. */
  | {
      type: "forgotten";
      scope: Scope;
      receiptId: string;
      erased: ForgetReceipt["erased"];
      durationMs: number;
    }
  /**
   * The newest versions of a table were damaged, as a power cut leaves them, and it was opened at an
   * earlier one. What was written after `writtenAt` may be lost; with `durability: "fsync"` nothing
   * that was acknowledged is. The damaged files are kept where `quarantined` says.
   */
  | {
      type: "recovered";
      table: string;
      version: number;
      writtenAt: Date;
      quarantined: readonly string[];
    }
  /** Work behind a call failed, of which nobody is waiting for the result. */
  | {
      type: "background-failed";
      task: "add" | "summary" | "retry" | "maintenance";
      error: unknown;
    };

/**
 * Receives every event, and is not waited for. What it throws, or rejects with where it is async,
 * becomes a process warning, never a failure of the call.
 */
export type EventListener = (event: MemoryEvent) => void;
