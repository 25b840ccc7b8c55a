import { InvalidInputError } from "@palimpsest/core/adapter";
import { readScope } from "../identity.ts";
import type { RecallSettings, RememberSettings, TurnOptions } from "./options.ts";

// Of a timer; AbortSignal.timeout throws on what is no whole number.
const LONGEST_TIMEOUT_MS = 2 ** 31 - 1;

/** Whether a value is one that an option takes, and what it takes. */
export type Check = readonly [isValid: (value: unknown) => boolean, expected: string];

const isFunction = (value: unknown) => typeof value === "function";
const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;
const isPositive = (value: unknown): value is number => typeof value === "number" && value > 0;

const FUNCTION: Check = [isFunction, "a function"];
const FALSE_OR_OBJECT: Check = [
  (value) => value === false || isObject(value),
  "false or an object",
];
const TIMEOUT: Check = [
  (value) => isPositive(value) && Number.isInteger(value) && value <= LONGEST_TIMEOUT_MS,
  `a whole number from 1 to ${LONGEST_TIMEOUT_MS}`,
];

/** That of a name. */
export const NAME: Check = [
  (value) => typeof value === "string" && value !== "",
  "a string that is not empty",
];

/** That of something which is there or not. */
export const BOOLEAN: Check = [(value) => typeof value === "boolean", "true or false"];

const CHECKS: Readonly<Record<keyof TurnOptions, Check>> = {
  memory: [
    (value) =>
      isObject(value) && ["search", "add"].every((name) => isFunction(Reflect.get(value, name))),
    "a memory, such as createMemory() of @palimpsest/core",
  ],
  scope: [
    (value) => isObject(value) || isFunction(value),
    "a scope like { userId }, or a function",
  ],
  recall: FALSE_OR_OBJECT,
  remember: FALSE_OR_OBJECT,
  waitUntil: FUNCTION,
  onRecall: FUNCTION,
  onRemember: FUNCTION,
  onError: FUNCTION,
};

const RECALL_CHECKS: Readonly<Record<keyof RecallSettings, Check>> = {
  tokenBudget: [isPositive, "a number above 0"],
  timeoutMs: TIMEOUT,
  query: FUNCTION,
};

const REMEMBER_CHECKS: Readonly<Record<keyof RememberSettings, Check>> = {
  mode: [(value) => value === "background" || value === "await", '"background" or "await"'],
  timeoutMs: TIMEOUT,
  assistant: BOOLEAN,
  shouldRemember: FUNCTION,
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
  if (!isObject(options) || options.memory === undefined) {
    throw new InvalidInputError("A memory is needed: pass { memory: createMemory() }.", {
      parameter: "memory",
    });
  }
  checkAll(options, { ...CHECKS, ...others }, "");
  if (options.recall) checkAll(options.recall, RECALL_CHECKS, "recall.");
  if (options.remember) checkAll(options.remember, REMEMBER_CHECKS, "remember.");
  if (isObject(options.scope)) readScope(options.scope);
}

function checkAll(options: object, checks: Readonly<Record<string, Check>>, path: string): void {
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined) continue;
    const parameter = `${path}${name}`;
    const check = Object.hasOwn(checks, name) ? checks[name] : undefined;
    if (!check) {
      const known = Object.keys(checks).join(", ");
      throw new InvalidInputError(`There is no option ${parameter}. There are: ${known}.`, {
        parameter,
        value,
      });
    }
    const [isValid, expected] = check;
    if (!isValid(value)) {
      throw new InvalidInputError(`${parameter} must be ${expected}.`, { parameter, value });
    }
  }
}
