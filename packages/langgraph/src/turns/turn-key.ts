import type { Scope } from "@palimpsest/core";
import { scopeKey } from "@palimpsest/core/adapter";
import { findThread, isRunByTool, type Run } from "../identity.ts";
import type { Conversation } from "../messages.ts";

/**
 * The name of a conversation: whose it is, its thread, and whether it is one with the user. The agents that
 * are nodes of one graph lead one conversation, those that its tools run another.
 */
export function conversationKey(scope: Scope, run: Run): string {
  return JSON.stringify([scopeKey(scope), findThread(run) ?? null, isRunByTool(run)]);
}

/**
 * The key of the turn that the user's last message began. It is the idempotency key of its exchange, too.
 *
 * Made of what every process sees, and of nothing that comes after the message: a hook that runs twice, a
 * retry, an answer made anew after a time travel and a second process have the same. A message that was
 * edited has other words, and is another turn. So is one that was given without an id and is given again:
 * the state's reducer draws an id for each.
 */
export async function turnKey(
  scope: Scope,
  run: Run,
  { lines, lastUser }: Conversation,
): Promise<string> {
  const line = lines[lastUser];
  // Messages of a state without a reducer have no ids. Then a place in a thread tells them apart, and
  // without a thread nothing does: the same words are said in many conversations.
  const place = findThread(run) === undefined ? crypto.randomUUID() : lastUser;
  return hash([conversationKey(scope, run), line?.id ?? place, line?.text]);
}

/** The SHA-256 of a value's JSON text. */
export async function hash(value: unknown): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
