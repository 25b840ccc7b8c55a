import { InvalidInputError } from "@palimpsest/core/tables";
import type { IndexOptions, LanceDBStoreOptions, TtlOptions } from "./options.ts";

type Check = readonly [isValid: (value: unknown) => boolean, expected: string];

const isFunction = (value: unknown) => typeof value === "function";
const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;
const isEmbedSource = (value: unknown) =>
  isFunction(value) ||
  (isObject(value) &&
    ["embedDocuments", "embedQuery"].every((name) => isFunction(Reflect.get(value, name))));

const TEXT: Check = [(value) => typeof value === "string" && value !== "", "a text"];
const OBJECT: Check = [isObject, "an object"];
const EMBED_SOURCE: Check = [
  isEmbedSource,
  "embeddings of LangChain, or a function (texts) => vectors",
];
const oneOf = (...words: readonly string[]): Check => [
  (value) => words.includes(value as string),
  words.map((word) => `"${word}"`).join(" or "),
];
const minutes = (most: number): Check => [
  (value) => typeof value === "number" && value > 0 && value <= most,
  most === Number.POSITIVE_INFINITY ? "minutes above 0" : `minutes above 0 and up to ${most}`,
];

/** A timer that is to wait longer goes off at once. */
const LONGEST_INTERVAL_MINUTES = Math.floor((2 ** 31 - 1) / 60_000);

const CHECKS: Readonly<Record<keyof LanceDBStoreOptions, Check>> = {
  uri: TEXT,
  storageOptions: OBJECT,
  durability: oneOf("fsync", "os"),
  maintenance: oneOf("auto", "manual"),
  table: TEXT,
  index: OBJECT,
  ttl: OBJECT,
  onError: [isFunction, "a function"],
};

const INDEX_CHECKS: Readonly<Record<keyof IndexOptions, Check>> = {
  dims: [(value) => Number.isSafeInteger(value) && Number(value) > 0, "a whole number above 0"],
  embeddings: EMBED_SOURCE,
  embed: EMBED_SOURCE,
  fields: [(value) => Array.isArray(value), "an array of paths"],
};

const TTL_CHECKS: Readonly<Record<keyof TtlOptions, Check>> = {
  defaultTtl: minutes(Number.POSITIVE_INFINITY),
  refreshOnRead: [(value) => typeof value === "boolean", "true or false"],
  sweepIntervalMinutes: minutes(LONGEST_INTERVAL_MINUTES),
};

/**
 * Checks what TypeScript cannot where it is not used.
 *
 * @throws {InvalidInputError} when an option is missing, unknown or of the wrong type.
 */
export function checkOptions(options: LanceDBStoreOptions): void {
  checkAll(options, CHECKS, "");
  if (options.ttl) checkAll(options.ttl, TTL_CHECKS, "ttl.");
  const { index } = options;
  if (!index) return;
  checkAll(index, INDEX_CHECKS, "index.");
  // Without them a search would quietly find everything.
  const missing =
    index.dims === undefined ? "dims" : (index.embeddings ?? index.embed) ? undefined : "embed";
  if (missing === undefined) return;
  throw new InvalidInputError(`index.${missing} is missing: write index: { dims, embed }.`, {
    parameter: `index.${missing}`,
  });
}

/**
 * The time that a ttl of some minutes is, in milliseconds.
 *
 * @throws {InvalidInputError} when it is no number above 0.
 */
export function readTtl(ttl: unknown): number {
  checkAll({ ttl }, { ttl: TTL_CHECKS.defaultTtl }, "");
  return Number(ttl) * 60_000;
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
