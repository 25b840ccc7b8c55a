import { InvalidInputError } from "./errors.ts";

interface ScopeIds {
  /** The person the memory is about. */
  userId?: string | undefined;
  /** The assistant that uses the memory. */
  agentId?: string | undefined;
  /** One conversation: `run_id` of mem0, `thread_id` of LangGraph, `threadId` of Mastra. */
  sessionId?: string | undefined;
}

/**
 * Whose memory a call is about: at least one id, each a non-empty string.
 *
 * Ids are data. Any character is legal and none is a wildcard: `"*"`, `"%"` and `"u1"` name
 * exactly the user who is called that.
 */
export type Scope = ScopeIds & ({ userId: string } | { agentId: string } | { sessionId: string });

/** The columns that place a stored row: its canonical key, and its ids in the same encoding. */
export interface ScopeColumns {
  scope: string;
  userId?: string;
  agentId?: string;
  sessionId?: string;
}

/** Longest id that is accepted, in UTF-16 units. */
export const MAX_ID_LENGTH = 8_192;

const NAMES = ["userId", "agentId", "sessionId"] as const;
const PREFIXES = { userId: "u", agentId: "a", sessionId: "s" } as const;

/**
 * The scope in a caller's object, with nothing else in it.
 *
 * @throws {InvalidInputError} when no id is there, or one is empty, too long or not a string.
 */
export function parseScope(input: unknown): Scope {
  const given = Object(input) as Readonly<Record<string, unknown>>;
  const scope: ScopeIds = {};
  for (const name of NAMES) {
    const id = given[name];
    if (id === undefined) continue;
    if (typeof id !== "string" || id === "" || id.length > MAX_ID_LENGTH) {
      throw new InvalidInputError(
        `${name} must be a non-empty string of at most ${MAX_ID_LENGTH} characters.`,
        { parameter: name, value: id },
      );
    }
    scope[name] = id;
  }
  if (!isScope(scope)) {
    throw new InvalidInputError(
      "A scope is needed: pass { userId }, { agentId }, { sessionId } or several of them.",
      { parameter: "scope", value: input },
    );
  }
  return scope;
}

/** The canonical key of a scope: equal for equal ids, different for different ones, ASCII only. */
export function scopeKey(scope: ScopeIds): string {
  return NAMES.flatMap((name) => {
    const id = scope[name];
    return id === undefined ? [] : [`${PREFIXES[name]}:${encodeId(id)}`];
  }).join("/");
}

/** The columns of a row that is written under `scope`. */
export function toScopeColumns(scope: Scope): ScopeColumns {
  const columns: ScopeColumns = { scope: scopeKey(scope) };
  for (const name of NAMES) {
    const id = scope[name];
    if (id !== undefined) columns[name] = encodeId(id);
  }
  return columns;
}

/** The scope that a row was written under. */
export function fromScopeColumns(columns: ScopeColumns): Scope {
  const scope: ScopeIds = {};
  for (const name of NAMES) {
    const id = columns[name];
    if (id !== undefined) scope[name] = decodeId(id);
  }
  if (!isScope(scope)) throw new RangeError(`The row's scope "${columns.scope}" has no id.`);
  return scope;
}

/** The scope that a key is of, as rows have it in `scope` and `countByScope` of a table gives it. */
export function fromScopeKey(key: string): Scope {
  const columns: ScopeColumns = { scope: key };
  for (const part of key.split("/")) {
    const name = NAMES.find((one) => part.startsWith(`${PREFIXES[one]}:`));
    if (name !== undefined) columns[name] = part.slice(2);
  }
  return fromScopeColumns(columns);
}

/**
 * The keys of all scopes whose memories a query under `scope` sees: a memory is visible when each
 * id that it carries equals the query's. At most seven keys, whatever the number of users.
 */
export function visibleScopeKeys(scope: Scope): readonly string[] {
  const given = NAMES.filter((name) => scope[name] !== undefined);
  const keys: string[] = [];
  for (let subset = 1; subset < 1 << given.length; subset++) {
    const part: ScopeIds = {};
    given.forEach((name, index) => {
      const id = scope[name];
      if (subset & (1 << index) && id !== undefined) part[name] = id;
    });
    keys.push(scopeKey(part));
  }
  return keys;
}

/**
 * The key of whom a call changes memories for: the user, or without one the agent or the session.
 * Calls of one owner run one after another.
 */
export function ownerKey(scope: Scope): string {
  return scopeKey(ownerScope(scope));
}

/** Whom a call changes memories for: the user, or without one the agent or the session. */
export function ownerScope({ userId, agentId, sessionId }: ScopeIds): Scope {
  if (userId !== undefined) return { userId };
  return (agentId === undefined ? { sessionId } : { agentId }) as Scope;
}

/** Whether `inner` carries every id of `outer`, so that it is the same scope or a part of it. */
export function isWithin(inner: Scope, outer: Scope): boolean {
  return NAMES.every((name) => outer[name] === undefined || outer[name] === inner[name]);
}

function isScope(ids: ScopeIds): ids is Scope {
  return NAMES.some((name) => ids[name] !== undefined);
}

// Everything outside of this set is written by its UTF-16 unit, not by its code point or UTF-8
// bytes: ids may hold lone surrogates, which Arrow would fold into one U+FFFD, and a leading BOM,
// which it strips on reading (lancedb 0.39.0, apache-arrow 18.1.0). Two ids must never meet.
const ESCAPED = /[^A-Za-z0-9_.@-]/g;

function encodeId(id: string): string {
  return id.replace(ESCAPED, (unit) => `%${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

function decodeId(encoded: string): string {
  return encoded.replace(/%([0-9a-f]{4})/g, (_, unit: string) =>
    String.fromCharCode(Number.parseInt(unit, 16)),
  );
}
