import { draftRetraction, draftSame } from "../add/draft-version.ts";
import type { Ruling } from "../add/ruling.ts";
import type { Engine } from "../engine.ts";
import type { MemoryStore } from "../ports/memory-store.ts";
import type { VersionRow } from "../ports/stored-rows.ts";
import type { Operation } from "../record.ts";
import { ruleByHand } from "./write-by-hand.ts";

/** Lineages, each from its first version to its head, with vectors, so that nothing is embedded again. */
export async function readLineages(
  store: MemoryStore,
  lineages: readonly string[],
): Promise<VersionRow[][]> {
  const versions = await store.memories.find(
    // Who asks has seen one version of each, and may take back what became of it.
    { type: "everyone" },
    {
      where: { column: "lineage", isOneOf: lineages },
      orderBy: { column: "slot" },
      withVector: true,
    },
  );
  const byLineage = Map.groupBy(versions, ({ lineage }) => lineage);
  return lineages.map((lineage) => byLineage.get(lineage) ?? []);
}

/**
 * Makes an earlier version of a lineage the head again, or, without one, retracts what there is.
 * By present knowledge, what stood at the head was then never true.
 */
export function revive(
  engine: Engine,
  lineage: readonly VersionRow[],
  version: VersionRow | undefined,
  reason: string,
): Ruling {
  const head = lineage.at(-1);
  if (head === undefined) throw new RangeError("A lineage has at least one version.");
  const validTo = head.validFrom;
  const next = version
    ? {
        ...draftSame(version),
        vector: version.vector,
        version: nextVersion(lineage, version.memoryId),
        ...(version.status === "retracted" && { status: "retracted" as const, validTo }),
        ...(version.status === "quarantined" && { status: "quarantined" as const }),
      }
    : draftRetraction(head, validTo);
  return ruleByHand(engine, operationOf(head, next), reason, {
    type: "continue",
    head,
    validTo,
    next,
  });
}

function nextVersion(lineage: readonly VersionRow[], memoryId: string): number {
  return (
    1 + Math.max(...lineage.filter((row) => row.memoryId === memoryId).map((row) => row.version))
  );
}

/** The operation that takes the head to the next version. */
function operationOf(
  head: VersionRow,
  next: { memoryId: string; status: string },
): Extract<Operation, "ADD" | "UPDATE" | "DELETE"> {
  if (next.status !== "current") return "DELETE";
  if (head.status !== "current") return "ADD";
  return head.memoryId === next.memoryId ? "UPDATE" : "DELETE";
}
