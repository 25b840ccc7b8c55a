import type { Engine } from "../engine.ts";
import { readCount } from "../input/read-values.ts";
import { toRecord } from "../look-up/to-record.ts";
import { renderMemories } from "../render/render-memories.ts";
import { parseScope, type Scope } from "../scope.ts";
import { rankCore } from "./rank-core.ts";
import { readCore } from "./read-core.ts";

/** What `profile` takes. */
export type ProfileOptions = Scope & {
  /** Most tokens that the block may take, by a careful estimate. Default: 300. */
  tokenBudget?: number | undefined;
  signal?: AbortSignal | undefined;
};

const DEFAULT_TOKEN_BUDGET = 300;

/**
 * The block with the core facts about a user, as `context` writes it; `""` when nothing is known.
 *
 * Read from the store at each call, so that it is never behind; no model and no embedder is asked.
 */
export async function profile(engine: Engine, options: ProfileOptions): Promise<string> {
  const scope = parseScope(options);
  const tokenBudget = readCount(options.tokenBudget, "tokenBudget", {
    least: 1,
    otherwise: DEFAULT_TOKEN_BUDGET,
  });
  const store = await engine.store();
  options.signal?.throwIfAborted();
  const rows = await readCore(store, scope, engine.settings.now());
  return renderMemories(rankCore(rows).map(toRecord), { tokenBudget });
}
