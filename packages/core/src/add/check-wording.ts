import type { VersionRow } from "../ports/stored-rows.ts";
import { findHarm } from "../quarantine/find-harm.ts";
import type { TextMessage } from "../record.ts";
import { isForeign, leastTrusted } from "./compare-origins.ts";
import type { RelatedFact } from "./find-related.ts";
import { createOriginFinder } from "./settle-origin.ts";

/**
 * Why a memory may not get the words that the judge gives it; `undefined` when it may. They must be
 * no order that would be kept back as a fact, and made of the fact's and the memory's own words:
 * the judge has read other memories, too, and one of a tool's may have told it what to write.
 */
export function objectionToWording(
  text: string,
  { fact, related }: RelatedFact,
  target: VersionRow,
): string | undefined {
  const origin = leastTrusted([fact.origin, target.origin]);
  const harm = findHarm({ text, origin });
  if (harm !== undefined || isForeign(origin)) return harm;
  const others = related.flatMap((row): TextMessage[] => {
    if (row.origin !== "tool" && row.origin !== "document") return [];
    return [{ role: row.origin, content: row.text }];
  });
  const own: TextMessage = { role: "user", content: `${fact.text}\n${target.text}` };
  const source = createOriginFinder({ messages: [own, ...others] })({ text });
  return source !== undefined && isForeign(source)
    ? `they are of another memory, of a ${source}`
    : undefined;
}
