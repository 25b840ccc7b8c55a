import { CHECK, type Checks, checkOptions as checkAll, isObject } from "@palimpsest/core/adapter";
import { PLACE_CHECKS } from "../place-checks.ts";
import type { LanceDBSaverOptions } from "./lancedb-saver.ts";

const CHECKS: Checks<LanceDBSaverOptions> = {
  ...PLACE_CHECKS,
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
