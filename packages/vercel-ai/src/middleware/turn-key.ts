import type { Scope } from "@palimpsest/core";
import { scopeKey } from "@palimpsest/core/adapter";
import type { Conversation, Line } from "./messages.ts";

/**
 * The key of a turn: whose it is, and what was said up to the user's message that it is about. Without
 * instructions, which may say the time, and without calls of tools, which an application may prune.
 */
export function turnKey(scope: Scope, { lines, lastUser }: Conversation): Promise<string> {
  return hash([scopeKey(scope), ...saidIn(lines.slice(0, lastUser + 1))]);
}

/**
 * The key of what the user said last, whatever was said before. It survives a pruned history.
 */
export function questionKey(scope: Scope, { lines, lastUser }: Conversation): Promise<string> {
  return hash([scopeKey(scope), lines[lastUser]?.text ?? ""]);
}

/** The SHA-256 of a value's JSON text. */
export async function hash(value: unknown): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function saidIn(lines: readonly Line[]): string[][] {
  return lines.flatMap(({ role, text }) =>
    role === "user" || text.trim() !== "" ? [[role, text]] : [],
  );
}
