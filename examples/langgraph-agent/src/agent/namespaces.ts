/**
 * Where in the store a user's documents of a kind are. LangGraph refuses periods in labels (an e-mail
 * address as user id has some), so they are escaped.
 */
export function namespaceOf(kind: "notes" | "outbox" | "conversations", userId: string): string[] {
  return [kind, encodeURIComponent(userId).replaceAll(".", "%2E")];
}
