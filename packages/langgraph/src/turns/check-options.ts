import {
  CHECK,
  type Check,
  checkOptions as checkAll,
  type Checks,
  isObject,
  memoryWith,
  needMemory,
  oneOf,
  readScope,
} from "@palimpsest/core/adapter";
import type { RecallSettings, RememberSettings, TurnOptions } from "./options.ts";

/** That of a name. */
export const NAME: Check = [
  (value) => typeof value === "string" && value !== "",
  "a string that is not empty",
];

/** That of a scope, or where one comes from. */
export const SCOPE: Check = [
  (value) => isObject(value) || typeof value === "function",
  "a scope like { userId }, or a function",
];

const CHECKS: Checks<TurnOptions> = {
  memory: memoryWith("search", "add"),
  scope: SCOPE,
  recall: CHECK.falseOrObject,
  remember: CHECK.falseOrObject,
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
  mode: oneOf("background", "await"),
  timeoutMs: CHECK.timeout,
  assistant: CHECK.boolean,
  shouldRemember: CHECK.function,
};

/**
 * Checks what TypeScript cannot where it is not used; `others` are those that only the caller takes.
 *
 * @throws {InvalidInputError} when the memory is missing, or an option is unknown or of the wrong type.
 */
export function checkOptions(
  options: TurnOptions,
  others: Readonly<Record<string, Check>> = {},
): void {
  needMemory(options);
  checkAll(options, { ...CHECKS, ...others });
  if (options.recall) checkAll(options.recall, RECALL_CHECKS, "recall.");
  if (options.remember) checkAll(options.remember, REMEMBER_CHECKS, "remember.");
  if (isObject(options.scope)) readScope(options.scope);
}
