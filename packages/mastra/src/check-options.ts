import { InvalidInputError } from "@palimpsest/core/adapter";
import type { LongTermOptions, RecallSettings } from "./options.ts";

// Of a timer; AbortSignal.timeout throws on what is no whole number.
const LONGEST_TIMEOUT_MS = 2 ** 31 - 1;

type Check = readonly [isValid: (value: unknown) => boolean, expected: string];

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;
const isPositive = (value: unknown): value is number => typeof value === "number" && value > 0;
const isFunction = (value: unknown) => typeof value === "function";
const FUNCTION: Check = [isFunction, "a function"];
const isOneOf = (...words: readonly unknown[]): Check => [
  (value) => words.includes(value),
  words.map((word) => JSON.stringify(word)).join(" or "),
];

const CHECKS: Readonly<Record<keyof LongTermOptions, Check>> = {
  memory: [
    (value) =>
      isObject(value) &&
      ["search", "add", "forget"].every((name) => isFunction(Reflect.get(value, name))),
    "a memory, such as createMemory() of @palimpsest/core",
  ],
  recall: [(value) => value === false || isObject(value), "false or an object"],
  capture: isOneOf("background", "inline", false),
  inject: isOneOf("system", "user"),
  onThreadDelete: isOneOf("forget", "keep"),
  delegation: isOneOf("off", "isolated"),
  scope: FUNCTION,
  tools: isOneOf(true, false),
  waitUntil: FUNCTION,
  onRecall: FUNCTION,
  onRemember: FUNCTION,
  onError: FUNCTION,
};

const RECALL_CHECKS: Readonly<Record<keyof RecallSettings, Check>> = {
  tokenBudget: [isPositive, "a number above 0"],
  timeoutMs: [
    (value) => isPositive(value) && Number.isInteger(value) && value <= LONGEST_TIMEOUT_MS,
    `a whole number from 1 to ${LONGEST_TIMEOUT_MS}`,
  ],
};

/**
 * Checks what TypeScript cannot where it is not used.
 *
 * @throws {InvalidInputError} when the memory is missing, or an option is unknown or of the wrong type.
 */
export function checkOptions(options: LongTermOptions): void {
  if (!isObject(options) || options.memory === undefined) {
    throw new InvalidInputError("A memory is needed: pass { memory: createMemory() }.", {
      parameter: "memory",
    });
  }
  checkAll(options, CHECKS, "");
  if (options.recall) checkAll(options.recall, RECALL_CHECKS, "recall.");
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
