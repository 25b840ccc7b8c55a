import type { Engine } from "../engine.ts";
import type { MemoryRecord } from "../record.ts";
import { parseScope, type Scope } from "../scope.ts";
import { findLastVersion } from "./find-version.ts";
import { toRecord } from "./to-record.ts";

/** A memory in its last version, superseded and retracted ones with their status; `undefined` when unknown. */
export async function get(
  engine: Engine,
  id: string,
  options: Scope,
): Promise<MemoryRecord | undefined> {
  const scope = parseScope(options);
  const row = await findLastVersion(await engine.store(), id, scope);
  return row && toRecord(row);
}
