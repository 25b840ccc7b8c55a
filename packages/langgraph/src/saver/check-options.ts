import {
  CHECK,
  type Check,
  type Checks,
  checkOptions as checkAll,
  isObject,
  oneOf,
} from "@palimpsest/core/adapter";
import type { LanceDBSaverOptions } from "./lancedb-saver.ts";

const TEXT: Check = [(value) => typeof value === "string" && value !== "", "a text"];

const CHECKS: Checks<LanceDBSaverOptions> = {
  uri: TEXT,
  storageOptions: [isObject, "an object"],
  durability: oneOf("fsync", "os"),
  maintenance: oneOf("auto", "manual"),
  table: TEXT,
  compress: CHECK.boolean,
  serde: [isObject, "a serialiser"],
};

/**
 * Checks what TypeScript cannot where it is not used.
 *
 * @throws {InvalidInputError} when an option is unknown or of the wrong type.
 */
export function checkOptions(options: LanceDBSaverOptions): void {
  checkAll(options, CHECKS);
}
