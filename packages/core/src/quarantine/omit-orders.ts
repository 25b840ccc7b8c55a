import type { ExchangeMatch } from "../record.ts";
import { findHarm } from "./find-harm.ts";

/**
 * The exchanges without those of which a passage would be shown that no memory may say: what was
 * kept back as a memory must not come back word for word.
 */
export function omitOrders(exchanges: readonly ExchangeMatch[]): ExchangeMatch[] {
  return exchanges.filter(({ excerpt, messages }) => {
    const role = messages.find(({ content }) => content.includes(excerpt))?.role;
    // What the application says is never shown.
    const origin = role === undefined || role === "system" ? "document" : role;
    return findHarm({ text: excerpt, origin }) === undefined;
  });
}
