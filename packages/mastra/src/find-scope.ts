import type { Scope } from "@palimpsest/core";
import { InvalidInputError, parseScope } from "@palimpsest/core/adapter";
import type { LongTermOptions, ScopeSource } from "./options.ts";

/**
 * Whose memory something is about; `undefined` when the option `scope` says that it is nobody's. A
 * user's scope always has a session: what was said in a thread is told apart by it when the thread is deleted.
 *
 * @throws {InvalidInputError} when there is no id, or one is blank. Ids come from sessions and headers,
 * where a blank one stands for nobody, and would be a memory that strangers share.
 */
export function findScope(
  source: ScopeSource,
  { scope }: Pick<LongTermOptions, "scope">,
): Scope | undefined {
  const found = scope ? scope(source) : { userId: source.resourceId };
  if (found === undefined) return undefined;
  const given = parseScope(found);
  const ids = given.userId === undefined ? given : { sessionId: source.threadId, ...given };
  const blank = Object.entries(ids).find(([, id]) => id?.trim() === "");
  if (blank) {
    const [parameter, value] = blank;
    throw new InvalidInputError(`${parameter} must not be blank.`, { parameter, value });
  }
  return ids;
}
