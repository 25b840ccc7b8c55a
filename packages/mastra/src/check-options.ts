import {
  CHECK,
  checkOptions as checkAll,
  type Checks,
  memoryWith,
  needMemory,
  oneOf,
} from "@palimpsest/core/adapter";
import type { LongTermOptions, RecallSettings } from "./options.ts";
import type { LongTermToolsOptions } from "./tools/tools-options.ts";

const CHECKS: Checks<LongTermOptions> = {
  memory: memoryWith("search", "add", "forget"),
  recall: CHECK.falseOrObject,
  capture: oneOf("background", "inline", false),
  inject: oneOf("system", "user"),
  onThreadDelete: oneOf("forget", "keep"),
  delegation: oneOf("off", "isolated"),
  scope: CHECK.function,
  tools: oneOf(true, false),
  waitUntil: CHECK.function,
  onRecall: CHECK.function,
  onRemember: CHECK.function,
  onError: CHECK.function,
};

const RECALL_CHECKS: Checks<RecallSettings> = {
  tokenBudget: CHECK.positive,
  timeoutMs: CHECK.timeout,
};

/**
 * Checks what TypeScript cannot where it is not used.
 *
 * @throws {InvalidInputError} when the memory is missing, or an option is unknown or of the wrong type.
 */
export function checkOptions(options: LongTermOptions): void {
  needMemory(options);
  checkAll(options, CHECKS);
  if (options.recall) checkAll(options.recall, RECALL_CHECKS, "recall.");
}

/**
 * The same for tools, which ask other verbs of the memory.
 *
 * @throws {InvalidInputError} when the memory is missing, or an option is unknown or of the wrong type.
 */
export function checkToolsOptions(options: LongTermToolsOptions): void {
  needMemory(options);
  checkAll(options, { ...CHECKS, memory: memoryWith("search", "add", "get", "delete") });
}
