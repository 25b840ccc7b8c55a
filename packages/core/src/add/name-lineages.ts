import { createHash } from "node:crypto";
import type { MemoryStore } from "../ports/memory-store.ts";
import type { Fact } from "../record.ts";
import { scopeKey } from "../scope.ts";
import { hashText } from "../text/hash-text.ts";

/**
 * For each fact the lineage that a memory of it would begin: a digest of its scope and text, a dot,
 * and 1 more than the greatest number of one that is there. A fact that was taken back and is said
 * again so begins another one, while of two writers to whom the same is new, both want the same key.
 *
 * That holds only when this is asked before the memories are that the facts are judged by: then
 * whatever somebody else begins is either seen by the judge or refused by the store.
 */
export async function nameLineages(
  store: MemoryStore,
  facts: readonly Fact[],
): Promise<ReadonlyMap<Fact, string>> {
  if (facts.length === 0) return new Map();
  const stems = facts.map((fact) => ({ fact, stem: stemOf(fact) }));
  const begun = await store.memories.find(
    // The stem is made of the scope, so these are its rows.
    { type: "everyone" },
    { where: { any: stems.map(({ stem }) => ({ column: "lineage", startsWith: stem })) } },
  );
  return new Map(
    stems.map(({ fact, stem }) => {
      const numbers = begun
        .filter(({ lineage }) => lineage.startsWith(stem))
        .map(({ lineage }) => Number(lineage.slice(stem.length)))
        // An import may bring lineages of any name.
        .filter(Number.isSafeInteger);
      return [fact, `${stem}${1 + Math.max(0, ...numbers)}`];
    }),
  );
}

function stemOf({ scope, text }: Fact): string {
  const digest = createHash("sha256")
    .update(`${scopeKey(scope)} ${hashText(text)}`)
    .digest("hex");
  return `${digest.slice(0, 32)}.`;
}
