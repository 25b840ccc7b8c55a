import { type Check, isObject, oneOf } from "@palimpsest/core/adapter";

const TEXT: Check = [(value) => typeof value === "string" && value !== "", "a text"];

/** Those of the options that say where and how a table is kept. */
export const PLACE_CHECKS = {
  uri: TEXT,
  storageOptions: [isObject, "an object"],
  durability: oneOf("fsync", "os"),
  maintenance: oneOf("auto", "manual"),
  table: TEXT,
} satisfies Readonly<Record<string, Check>>;
