import type { Scope } from "@palimpsest/core";
import { parseScope, readScope } from "@palimpsest/core/adapter";
import type { LongTermOptions, ScopeSource } from "./options.ts";

/**
 * Whose memory something is about; `undefined` when the option `scope` says that it is nobody's. A
 * user's scope always has a session: what was said in a thread is told apart by it when the thread is deleted.
 *
 * @throws {InvalidInputError} when there is no id, or one is blank.
 */
export function findScope(
  source: ScopeSource,
  { scope }: Pick<LongTermOptions, "scope">,
): Scope | undefined {
  const found = scope ? scope(source) : { userId: source.resourceId };
  if (found === undefined) return undefined;
  const ids = parseScope(found);
  return readScope(ids.userId === undefined ? ids : { sessionId: source.threadId, ...ids });
}
