import type { AddResult, Memory, MemoryMatch, Message, Scope } from "@palimpsest/core";
import { InvalidInputError, type OnAdapterError } from "@palimpsest/core/adapter";
import type { CallParams, Prompt } from "./call-types.ts";
import { readScope } from "./read-scope.ts";

/** What a scope can be found from: the provider options and the messages of a call. */
export interface ScopeSource {
  readonly providerOptions: CallParams["providerOptions"];
  readonly prompt: Prompt;
}

/** How memories are looked up. */
export interface RecallSettings {
  /** Tokens that the block takes at most. Default: 500. */
  tokenBudget?: number | undefined;
  /** After so long the answer begins without memories. Default: 1,500. */
  timeoutMs?: number | undefined;
  /** What to look for, given the conversation. Default: the last words of the user. */
  query?: ((messages: readonly Message[]) => string) | undefined;
}

/** What is remembered of a turn. */
export interface RememberSettings {
  /** Whether the answer is kept beside what the user said. Default: true. */
  assistant?: boolean | undefined;
  /**
   * What becomes of a turn that was stopped before its answer was complete: nothing is kept (`skip`),
   * what the user said (`user`, the default), or that and the answer so far (`partial`).
   */
  onAbort?: "skip" | "user" | "partial" | undefined;
  /** Whether these messages may be kept. When it fails, they are not. Default: they may. */
  shouldRemember?: ((messages: readonly Message[]) => boolean | Promise<boolean>) | undefined;
}

/** What `memoryMiddleware` and `withMemory` take. */
export interface MemoryMiddlewareOptions {
  /** A memory of `@palimpsest/core`, or a client of one that has these two methods. */
  memory: Pick<Memory, "search" | "add">;
  /** Whose memory it is, where the call does not say so by `memoryCall`. */
  scope?: Scope | ((call: ScopeSource) => Scope | undefined) | undefined;
  /** What becomes of a call without a scope: an error (`throw`, the default), or an answer without memory. */
  missingScope?: "throw" | "skip" | undefined;
  /** `false`: nothing is looked up. */
  recall?: false | RecallSettings | undefined;
  /** `false`: nothing is kept. */
  remember?: false | RememberSettings | undefined;
  /** Where memories stand: behind the instructions (`system`, the default), or before the user's last message. */
  placement?: "system" | "user" | undefined;
  /**
   * Keeps a serverless function alive until the promise is settled: `after` of next/server, `waitUntil`
   * of @vercel/functions. It is called within the async context of the request.
   */
  waitUntil?: ((work: Promise<void>) => void) | undefined;
  /** Is told once in a turn, before the answer, what goes into the prompt; of nothing, too. */
  onRecall?:
    | ((recalled: { scope: Scope; block: string; memories: readonly MemoryMatch[] }) => void)
    | undefined;
  /** Is told what was learned of a turn, after it was. */
  onRemember?: ((result: AddResult, info: { scope: Scope }) => void) | undefined;
  /** Is told of every failure of memory; the chat goes on. Default: the console. */
  onError?: OnAdapterError | undefined;
}

type Check = readonly [isValid: (value: unknown) => boolean, expected: string];

const isFunction = (value: unknown) => typeof value === "function";
const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;
const isPositive = (value: unknown) => typeof value === "number" && value > 0;
const isOneOf = (...words: readonly string[]): Check => [
  (value) => words.includes(value as string),
  words.map((word) => `"${word}"`).join(" or "),
];
const FUNCTION: Check = [isFunction, "a function"];
const FALSE_OR_OBJECT: Check = [
  (value) => value === false || isObject(value),
  "false or an object",
];

const CHECKS: Readonly<Record<keyof MemoryMiddlewareOptions, Check>> = {
  memory: [
    (value) =>
      isObject(value) && ["search", "add"].every((name) => isFunction(Reflect.get(value, name))),
    "a memory, such as createMemory() of @palimpsest/core",
  ],
  scope: [
    (value) => isObject(value) || isFunction(value),
    "a scope like { userId }, or a function",
  ],
  missingScope: isOneOf("throw", "skip"),
  recall: FALSE_OR_OBJECT,
  remember: FALSE_OR_OBJECT,
  placement: isOneOf("system", "user"),
  waitUntil: FUNCTION,
  onRecall: FUNCTION,
  onRemember: FUNCTION,
  onError: FUNCTION,
};

const RECALL_CHECKS: Readonly<Record<keyof RecallSettings, Check>> = {
  tokenBudget: [isPositive, "a number above 0"],
  timeoutMs: [isPositive, "a number above 0"],
  query: FUNCTION,
};

const REMEMBER_CHECKS: Readonly<Record<keyof RememberSettings, Check>> = {
  assistant: [(value) => typeof value === "boolean", "true or false"],
  onAbort: isOneOf("skip", "user", "partial"),
  shouldRemember: FUNCTION,
};

/**
 * Checks what TypeScript cannot where it is not used.
 *
 * @throws {InvalidInputError} when the memory is missing, or an option is unknown or of the wrong type.
 */
export function checkOptions(options: MemoryMiddlewareOptions): void {
  if (!isObject(options) || options.memory === undefined) {
    throw new InvalidInputError("A memory is needed: pass { memory: createMemory() }.", {
      parameter: "memory",
    });
  }
  checkAll(options, CHECKS, "");
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
