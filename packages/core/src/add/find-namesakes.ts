import { createHash } from "node:crypto";
import type { MemoryStore } from "../ports/memory-store.ts";
import type { VersionRow } from "../ports/stored-rows.ts";
import type { Fact } from "../record.ts";
import { scopeKey } from "../scope.ts";
import { hashText } from "../text/hash-text.ts";
import type { EmbeddedFact } from "./ruling.ts";

/** A fact, and what was begun with its scope and text. */
export interface NamedFact extends EmbeddedFact {
  /** The lineage that one more memory of the fact would begin. */
  lineage: string;
  /** Versions of those that are there, whatever became of them. */
  versions: VersionRow[];
}

/**
 * For each fact, in their order, what `add` began before with its scope and text. The lineage of the
 * next one is a digest of both, a dot, and 1 more than the greatest number that is there: so two
 * writers to whom the same is new want one key, and what was taken back and is said again has a new one.
 */
export async function findNamesakes(
  store: MemoryStore,
  facts: readonly EmbeddedFact[],
): Promise<NamedFact[]> {
  const stems = facts.map(({ fact }) => stemOf(fact));
  const found = await store.memories.find(
    // The stem is made of the scope, so these are its rows.
    { type: "everyone" },
    { where: { any: stems.map((stem) => ({ column: "lineage", startsWith: stem })) } },
  );
  return facts.map(({ fact, vector }) => {
    const stem = stemOf(fact);
    const versions = found.filter(({ lineage }) => lineage.startsWith(stem));
    const numbers = versions
      .map(({ lineage }) => Number(lineage.slice(stem.length)))
      // An import may bring lineages of any name.
      .filter(Number.isSafeInteger);
    return { fact, vector, lineage: `${stem}${1 + Math.max(0, ...numbers)}`, versions };
  });
}

function stemOf({ scope, text }: Fact): string {
  const digest = createHash("sha256")
    .update(`${scopeKey(scope)} ${hashText(text)}`)
    .digest("hex");
  return `${digest.slice(0, 32)}.`;
}
