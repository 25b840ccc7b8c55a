import type { MatchCondition } from "@langchain/langgraph-checkpoint";
import { InvalidInputError } from "@palimpsest/core/tables";
import { readTtl } from "./check-options.ts";
import { toFieldEntries } from "./filters/narrow-filter.ts";
import { readFilter } from "./filters/read-filter.ts";
import { toItemId } from "./item-row.ts";
import { readLabels, readNamespace } from "./namespace.ts";
import type { Delete, List, Put, Search, StoreOperation } from "./operation.ts";
import { parsePath, type Path } from "./texts/parse-path.ts";
import { readTexts } from "./texts/read-texts.ts";

/** What operations are read by. */
export interface OperationDefaults {
  /** What is embedded of a value; `undefined` where nothing is. */
  readonly paths: readonly Path[] | undefined;
  readonly ttlMs: number | undefined;
}

const DEFAULT_SEARCH_LIMIT = 10;
const DEFAULT_LIST_LIMIT = 100;

const LIST_KEYS = ["matchConditions", "maxDepth", "limit"];

/**
 * What an operation asks for. They are told apart as LangGraph's own stores do: by the keys that they have.
 *
 * @throws {InvalidNamespaceError} when a namespace is none, or an item is put where none may be.
 * @throws {InvalidInputError} when anything else of it is not what it should be.
 */
export function readOperation(operation: unknown, defaults: OperationDefaults): StoreOperation {
  const given = (operation ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof operation === "object") {
    if ("namespacePrefix" in given) return readSearch(given, defaults);
    if ("value" in given) return readWrite(given, defaults);
    if ("key" in given) {
      const namespace = readLabels(given["namespace"]);
      return { type: "get", id: toItemId(namespace, readKey(given)) };
    }
    if (LIST_KEYS.some((key) => key in given)) return readList(given);
  }
  throw new InvalidInputError("An operation of a batch is none that this store knows.", {
    parameter: "operations",
    value: operation,
  });
}

type Given = Readonly<Record<string, unknown>>;

function readSearch(given: Given, { paths }: OperationDefaults): Search {
  const { query } = given;
  const limit = readCount(given, "limit") ?? DEFAULT_SEARCH_LIMIT;
  // What nobody will see is not embedded.
  const isAsked = paths !== undefined && limit > 0 && typeof query === "string" && query !== "";
  return {
    type: "search",
    prefix: [...readLabels(given["namespacePrefix"])],
    tests: readFilter(given["filter"]),
    query: isAsked ? query : undefined,
    limit,
    offset: readCount(given, "offset") ?? 0,
  };
}

function readList(given: Given): List {
  const conditions = (given["matchConditions"] ?? []) as readonly MatchCondition[];
  for (const { matchType, path } of conditions) {
    readLabels(path);
    if (["prefix", "suffix"].includes(matchType)) continue;
    throw new InvalidInputError(`There is no match type "${matchType}": write prefix or suffix.`, {
      parameter: "matchConditions",
      value: conditions,
    });
  }
  return {
    type: "list",
    conditions: structuredClone(conditions),
    maxDepth: readCount(given, "maxDepth"),
    limit: readCount(given, "limit") ?? DEFAULT_LIST_LIMIT,
    offset: readCount(given, "offset") ?? 0,
  };
}

function readWrite(given: Given, defaults: OperationDefaults): Put | Delete {
  const key = readKey(given);
  if (given["value"] === null) {
    return { type: "delete", id: toItemId(readLabels(given["namespace"]), key) };
  }
  const namespace = [...readNamespace(given["namespace"])];
  const { value, stored } = readValue(given["value"]);
  const options = (given["options"] ?? {}) as { ttl?: unknown };
  return {
    type: "put",
    id: toItemId(namespace, key),
    namespace,
    key,
    value,
    fields: toFieldEntries(stored),
    texts: defaults.paths ? readTexts(stored, readPaths(given["index"], defaults.paths)) : [],
    ttlMs: options.ttl === undefined ? defaults.ttlMs : readTtl(options.ttl),
  };
}

function readKey({ key }: Given): string {
  if (typeof key === "string") return key;
  throw new InvalidInputError("The key of an item must be a string.", {
    parameter: "key",
    value: key,
  });
}

function readPaths(index: unknown, usual: readonly Path[]): readonly Path[] {
  if (index === undefined || index === null) return usual;
  if (index === false) return [];
  if (Array.isArray(index)) return index.map(parsePath);
  throw new InvalidInputError("index must be false or an array of paths.", {
    parameter: "index",
    value: index,
  });
}

function readValue(given: unknown): { value: string; stored: object } {
  const refuse = (cause?: unknown) =>
    new InvalidInputError("The value of an item must be an object that JSON can hold.", {
      parameter: "value",
      value: given,
      cause,
    });
  let value: string | undefined;
  try {
    value = JSON.stringify(given);
  } catch (cause) {
    throw refuse(cause);
  }
  // As text: what an object gives to JSON may be something else.
  if (!value?.startsWith("{")) throw refuse();
  return { value, stored: JSON.parse(value) as object };
}

function readCount(given: Given, parameter: string): number | undefined {
  const value = given[parameter];
  if (value === undefined || (Number.isSafeInteger(value) && Number(value) >= 0)) {
    return value as number | undefined;
  }
  throw new InvalidInputError(`${parameter} must be a whole number from 0 on.`, {
    parameter,
    value,
  });
}
