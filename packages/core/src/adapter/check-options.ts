import { InvalidInputError } from "../errors.ts";

/** Whether a value is one that an option takes, and what it takes. */
export type Check = readonly [isValid: (value: unknown) => boolean, expected: string];

/** The checks of options by their names. */
export type Checks<OPTIONS> = Readonly<Record<keyof OPTIONS & string, Check>>;

// Of a timer; AbortSignal.timeout throws on what is no whole number.
const LONGEST_TIMEOUT_MS = 2 ** 31 - 1;

const isFunction = (value: unknown) => typeof value === "function";
const isPositive = (value: unknown): value is number => typeof value === "number" && value > 0;

/** Whether a value may have properties of its own. */
export function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

/** The checks that options of several adapters have in common. */
export const CHECK = {
  function: [isFunction, "a function"],
  boolean: [(value) => typeof value === "boolean", "true or false"],
  positive: [isPositive, "a number above 0"],
  timeout: [
    (value) => isPositive(value) && Number.isInteger(value) && value <= LONGEST_TIMEOUT_MS,
    `a whole number from 1 to ${LONGEST_TIMEOUT_MS}`,
  ],
  falseOrObject: [(value) => value === false || isObject(value), "false or an object"],
} as const satisfies Record<string, Check>;

/** The check of an option that is one of some words. */
export function oneOf(...words: readonly unknown[]): Check {
  return [(value) => words.includes(value), words.map((word) => JSON.stringify(word)).join(" or ")];
}

/** The check of a memory that can do this. */
export function memoryWith(...verbs: readonly string[]): Check {
  return [
    (value) => isObject(value) && verbs.every((verb) => isFunction(Reflect.get(value, verb))),
    "a memory, such as createMemory() of @palimpsest/core",
  ];
}

/**
 * Checks what TypeScript cannot where it is not used. `path` stands before the names in messages.
 *
 * @throws {InvalidInputError} when an option is unknown or of the wrong type.
 */
export function checkOptions(
  options: object,
  checks: Readonly<Record<string, Check>>,
  path = "",
): void {
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

/**
 * Checks that options have a memory, before anything else is said about them.
 *
 * @throws {InvalidInputError} when they have none.
 */
export function needMemory(options: { readonly memory: unknown }): void {
  if (isObject(options) && options.memory !== undefined) return;
  throw new InvalidInputError("A memory is needed: pass { memory: createMemory() }.", {
    parameter: "memory",
  });
}
