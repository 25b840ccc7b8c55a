import {
  CHECK,
  type Check,
  type Checks,
  checkOptions as checkAll,
  isObject,
} from "@palimpsest/core/adapter";
import { InvalidInputError } from "@palimpsest/core/tables";
import { PLACE_CHECKS } from "../place-checks.ts";
import type { IndexOptions, LanceDBStoreOptions, TtlOptions } from "./options.ts";

const isEmbedSource = (value: unknown) =>
  typeof value === "function" ||
  (isObject(value) &&
    ["embedDocuments", "embedQuery"].every(
      (name) => typeof Reflect.get(value, name) === "function",
    ));

const OBJECT: Check = [isObject, "an object"];
const EMBED_SOURCE: Check = [
  isEmbedSource,
  "embeddings of LangChain, or a function (texts) => vectors",
];
const minutes = (most: number): Check => [
  (value) => typeof value === "number" && value > 0 && value <= most,
  most === Number.POSITIVE_INFINITY ? "minutes above 0" : `minutes above 0 and up to ${most}`,
];

/** A timer that is to wait longer goes off at once. */
const LONGEST_INTERVAL_MINUTES = Math.floor((2 ** 31 - 1) / 60_000);

const CHECKS: Checks<LanceDBStoreOptions> = {
  ...PLACE_CHECKS,
  index: OBJECT,
  ttl: OBJECT,
  onError: CHECK.function,
};

const INDEX_CHECKS: Checks<IndexOptions> = {
  dims: [(value) => Number.isSafeInteger(value) && Number(value) > 0, "a whole number above 0"],
  embeddings: EMBED_SOURCE,
  embed: EMBED_SOURCE,
  fields: [(value) => Array.isArray(value), "an array of paths"],
};

const TTL_CHECKS: Checks<TtlOptions> = {
  defaultTtl: minutes(Number.POSITIVE_INFINITY),
  refreshOnRead: CHECK.boolean,
  sweepIntervalMinutes: minutes(LONGEST_INTERVAL_MINUTES),
};

/**
 * Checks what TypeScript cannot where it is not used.
 *
 * @throws {InvalidInputError} when an option is missing, unknown or of the wrong type.
 */
export function checkOptions(options: LanceDBStoreOptions): void {
  checkAll(options, CHECKS);
  if (options.ttl) checkAll(options.ttl, TTL_CHECKS, "ttl.");
  const { index } = options;
  if (!index) return;
  checkAll(index, INDEX_CHECKS, "index.");
  // Without them a search would quietly find everything.
  const needed = { dims: index.dims, embed: index.embeddings ?? index.embed };
  const missing = Object.entries(needed).find(([, value]) => value === undefined)?.[0];
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
  checkAll({ ttl }, { ttl: TTL_CHECKS.defaultTtl });
  return Number(ttl) * 60_000;
}
