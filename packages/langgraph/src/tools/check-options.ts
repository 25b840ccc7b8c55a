import {
  CHECK,
  type Check,
  checkOptions as checkAll,
  type Checks,
  isObject,
  memoryWith,
  needMemory,
  readScope,
} from "@palimpsest/core/adapter";
import { NAME, SCOPE } from "../turns/check-options.ts";
import type { MemoryToolOptions } from "./options.ts";

const CHECKS: Checks<MemoryToolOptions> = {
  scope: SCOPE,
  name: NAME,
  instructions: [(value) => typeof value === "string", "a string"],
  onError: CHECK.function,
};

/**
 * Checks what TypeScript cannot where it is not used: the memory by the verbs that the tool calls, and
 * `others`, which only this tool takes.
 *
 * @throws {InvalidInputError} when the memory is missing, or an option is unknown or of the wrong type.
 */
export function checkOptions(
  options: MemoryToolOptions & { readonly memory: unknown },
  verbs: readonly string[],
  others: Readonly<Record<string, Check>>,
): void {
  needMemory(options);
  checkAll(options, { memory: memoryWith(...verbs), ...CHECKS, ...others });
  if (isObject(options.scope)) readScope(options.scope);
}
