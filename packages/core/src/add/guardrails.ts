import type { VersionRow } from "../ports/stored-rows.ts";
import type { Fact } from "../record.ts";
import { findCredential } from "../redact/find-credential.ts";
import { fromScopeColumns, isWithin } from "../scope.ts";
import type { Limits } from "../settings.ts";
import { normalizeForComparison } from "../text/hash-text.ts";
import { toDay } from "../to-day.ts";
import { trustOf } from "./compare-origins.ts";

/** Why a fact may not change a memory, and what becomes of the fact instead. */
export type Objection = { type: "refuse" | "add-beside" | "add-as-past"; reason: string };

/** What speaks against a fact changing a memory; `undefined` when nothing does. */
export function objectionTo(
  fact: Fact,
  target: VersionRow,
  { touched }: { touched: ReadonlySet<string> },
): Objection | undefined {
  if (target.pinned) {
    return { type: "refuse", reason: "the memory is pinned, and changed by people only" };
  }
  if (trustOf(fact.origin) < trustOf(target.origin)) {
    return {
      type: "refuse",
      reason: `what comes from ${fact.origin} does not change what the ${target.origin} said`,
    };
  }
  if (!isWithin(fromScopeColumns(target), fact.scope)) {
    return { type: "add-beside", reason: "the memory belongs to a wider scope than the fact" };
  }
  if (touched.has(target.lineage)) {
    return {
      type: "add-beside",
      reason: "another fact of the exchange changed the memory already",
    };
  }
  if ((fact.beganBy ?? fact.validFrom) < target.validFrom) {
    return {
      type: "add-as-past",
      reason: `it holds from ${toDay(fact.validFrom)}, before the memory's ${toDay(target.validFrom)}`,
    };
  }
  return undefined;
}

/** Why a text may not be remembered; `undefined` when it may. */
export function unfitness(text: string, limits: Limits): string | undefined {
  if (text.length > limits.memory) {
    return `it has ${text.length} characters; the limit is ${limits.memory}`;
  }
  const credential = findCredential(text);
  return credential && `it holds a secret: ${credential.replace("-", " ")}`;
}

/** Whether both name a value, and not the same one. */
export function givesAnotherValue(row: VersionRow, fact: Fact): boolean {
  return (
    row.value !== undefined &&
    fact.value !== undefined &&
    normalizeForComparison(row.value) !== normalizeForComparison(fact.value)
  );
}
