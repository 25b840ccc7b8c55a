import { isGone, type ProcessIdentity } from "../../this-process.ts";

/**
 * Whether the store is certainly gone whose card this is. One that cannot be read was left by a power
 * cut: whoever is here has written theirs whole before it could be seen.
 */
export function isLeftBehind(card: string): boolean {
  const identity = readIdentity(card);
  return identity === undefined || isGone(identity);
}

function readIdentity(card: string): ProcessIdentity | undefined {
  try {
    return JSON.parse(card) as ProcessIdentity;
  } catch {
    return undefined;
  }
}
