import {
  CHECK,
  checkOptions as checkAll,
  type Checks,
  isObject,
  memoryWith,
  needMemory,
  oneOf,
  readScope,
} from "@palimpsest/core/adapter";
import type { MemoryMiddlewareOptions, RecallSettings, RememberSettings } from "./options.ts";

const CHECKS: Checks<MemoryMiddlewareOptions> = {
  memory: memoryWith("search", "add"),
  scope: [
    (value) => isObject(value) || typeof value === "function",
    "a scope like { userId }, or a function",
  ],
  missingScope: oneOf("throw", "skip"),
  recall: CHECK.falseOrObject,
  remember: CHECK.falseOrObject,
  placement: oneOf("system", "user"),
  waitUntil: CHECK.function,
  onRecall: CHECK.function,
  onRemember: CHECK.function,
  onError: CHECK.function,
};

const RECALL_CHECKS: Checks<RecallSettings> = {
  tokenBudget: CHECK.positive,
  timeoutMs: CHECK.timeout,
  query: CHECK.function,
};

const REMEMBER_CHECKS: Checks<RememberSettings> = {
  assistant: CHECK.boolean,
  onAbort: oneOf("skip", "user", "partial"),
  shouldRemember: CHECK.function,
};

/**
 * Checks what TypeScript cannot where it is not used.
 *
 * @throws {InvalidInputError} when the memory is missing, or an option is unknown or of the wrong type.
 */
export function checkOptions(options: MemoryMiddlewareOptions): void {
  needMemory(options);
  checkAll(options, CHECKS);
  if (options.recall) checkAll(options.recall, RECALL_CHECKS, "recall.");
  if (options.remember) checkAll(options.remember, REMEMBER_CHECKS, "remember.");
  if (isObject(options.scope)) readScope(options.scope);
}
