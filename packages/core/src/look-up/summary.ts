import type { Engine } from "../engine.ts";
import { parseScope, type Scope } from "../scope.ts";

/** The rolling summary of exactly this scope's conversation; `undefined` before the first one. */
export async function summary(engine: Engine, options: Scope): Promise<string | undefined> {
  const scope = parseScope(options);
  const store = await engine.store();
  const [session] = await store.sessions.find({ type: "exact", scope }, { limit: 1 });
  // Where only tools and documents were heard there is nothing to sum up.
  return session?.summary || undefined;
}
