import type { VersionRow } from "../ports/stored-rows.ts";
import type { Fact, MemoryId, Operation } from "../record.ts";
import { fromScopeColumns, isWithin } from "../scope.ts";
import type { Settings } from "../settings.ts";
import { objectionToWording } from "./check-wording.ts";
import { trustOf } from "./compare-origins.ts";
import { draftMemory, draftMerged, draftRetraction } from "./draft-version.ts";
import { statesSameProperty } from "./find-related.ts";
import { givesAnotherValue, objectionTo, unfitness, type Objection } from "./guardrails.ts";
import type { Verdict } from "./judge-facts.ts";
import { leaveAsIs, type Draft, type Ruling } from "./ruling.ts";

/** What the rules need beside the verdicts. */
export interface RulingContext {
  settings: Pick<Settings, "limits" | "newId">;
  episodeId: string;
  metadata: VersionRow["metadata"];
  /** Lineages that earlier rulings of this exchange continue; filled as rulings are made. */
  touched: Set<string>;
}

/**
 * Turns verdicts into rulings. Code has the last word: what the model may not do is refused, with
 * the reason, or done in the way that loses nothing.
 */
export function ruleOnVerdicts(verdicts: readonly Verdict[], context: RulingContext): Ruling[] {
  return verdicts.flatMap((verdict) => {
    const { fact, vector } = verdict;
    return ruleOn(verdict, context).map((ruling) => ({ ...ruling, about: { fact, vector } }));
  });
}

function ruleOn(verdict: Verdict, context: RulingContext): Ruling[] {
  const { unknownHandle, operation } = verdict;
  if (unknownHandle !== undefined) {
    return [reject(verdict, context, `the model named ${unknownHandle}, which it was not shown`)];
  }
  switch (operation) {
    case "NOOP":
      return ruleOnNoop(verdict, context);
    case "ADD":
      return ruleOnAdd(verdict, context);
    case "UPDATE":
    case "DELETE":
      return ruleOnReplacement(withTarget(verdict), operation, context);
    default:
      return operation satisfies never;
  }
}

/** A NOOP holds only where the memory has the fact's value, is seen wherever the fact would be, and is trusted as much. */
function ruleOnNoop(verdict: Verdict, context: RulingContext): Ruling[] {
  const { target, fact } = verdict;
  if (target && givesAnotherValue(target, fact)) {
    const reason = `not known yet: the value is ${fact.value}, not ${target.value}`;
    return ruleOnAdd(overrule(verdict, reason, "NOOP"), context);
  }
  if (target && !isWithin(fact.scope, fromScopeColumns(target))) {
    const reason = "known in a narrower scope only, and from now on in the fact's";
    return ruleOnReplacement(overrule(verdict, reason, "NOOP"), "DELETE", context);
  }
  if (target && trustOf(target.origin) < trustOf(fact.origin)) {
    const reason = `known from the ${target.origin} only, and from now on from the ${fact.origin}`;
    return ruleOnReplacement(overrule(verdict, reason, "NOOP"), "DELETE", context);
  }
  return [leaveAsIs({ ...toDecision(verdict, context), operation: "NOOP" }, verdict.model)];
}

/** An added fact takes the place of every other value of a property that has one at a time. */
function ruleOnAdd(verdict: Verdict, context: RulingContext): Ruling[] {
  const { fact, related } = verdict;
  const outdated = related.filter(
    (row) =>
      statesSameProperty(row, fact) &&
      (row.cardinality === "one" || fact.cardinality === "one") &&
      givesAnotherValue(row, fact),
  );
  // A pinned one decides, because a fact that contradicts it is refused.
  const target = outdated.find(({ pinned }) => pinned) ?? outdated[0];
  if (target === undefined) return [add(verdict, context)];
  const reason = `${fact.attribute} has one value at a time, and the newest counts`;
  const rulings = ruleOnReplacement(
    { ...overrule(verdict, reason, verdict.operation), target },
    "DELETE",
    context,
  );
  const successor = rulings[0]?.effect?.next;
  if (successor?.status !== "current") return rulings;
  const others = outdated.filter((row) => objectionTo(fact, row, context) === undefined);
  return [
    ...rulings,
    ...others.map((row) => retract(overrule(verdict, reason), row, context, successor.memoryId)),
  ];
}

/** UPDATE and DELETE change what is there, and stand before every guardrail. */
function ruleOnReplacement(
  verdict: OverruledVerdict,
  operation: "UPDATE" | "DELETE",
  context: RulingContext,
): Ruling[] {
  const { fact, target, text } = verdict;
  if (target === undefined) {
    return [
      add(overrule(verdict, "the model named no memory that it is about", operation), context),
    ];
  }
  const objection = objectionTo(fact, target, context);
  if (objection) return [heed(objection, { ...verdict, target }, operation, context)];
  const unfit = text ? unfitness(text, context.settings.limits) : undefined;
  if (unfit) return [reject(verdict, context, unfit, operation)];
  const wording = text ? objectionToWording(text, verdict, target) : undefined;
  if (wording) return [add(overrule(verdict, `the judge's words: ${wording}`, operation), context)];
  context.touched.add(target.lineage);
  if (operation === "UPDATE") return [update(verdict, target, context)];
  return [text === "" ? retract(verdict, target, context) : supersede(verdict, target, context)];
}

/** What becomes of a fact that may not change its target. */
function heed(
  { type, reason }: Objection,
  verdict: OverruledVerdict & { target: VersionRow },
  proposed: Operation,
  context: RulingContext,
): Ruling {
  switch (type) {
    case "refuse":
      return reject(verdict, context, reason, proposed);
    case "add-beside":
      return add(overrule(verdict, reason, proposed), context);
    case "add-as-past":
      return addAsPast(overrule(verdict, reason, proposed), verdict.target, context);
    default:
      return type satisfies never;
  }
}

/** A verdict that a rule may have changed; `proposed` is then what the model wanted. */
type OverruledVerdict = Verdict & { proposed?: Operation };

function overrule(
  verdict: OverruledVerdict,
  reason: string,
  proposed: Operation | undefined = verdict.proposed,
): OverruledVerdict {
  const { model: _model, ...rest } = verdict;
  return { ...rest, reason, actor: "rule", ...(proposed && { proposed }) };
}

/** Small models leave the target out; where only one memory was shown for the fact, it is that one. */
function withTarget(verdict: Verdict): Verdict {
  const [only, ...others] = verdict.related;
  return verdict.target || !only || others.length > 0 ? verdict : { ...verdict, target: only };
}

function toDecision(verdict: OverruledVerdict, { settings }: RulingContext) {
  const { fact, target, reason, actor, proposed } = verdict;
  return {
    id: settings.newId(),
    fact: fact.text,
    ...(target && { target: target.memoryId as MemoryId }),
    reason,
    actor,
    ...(proposed && { proposed }),
  };
}

function reject(
  verdict: OverruledVerdict,
  context: RulingContext,
  reason: string,
  proposed: Operation = verdict.operation,
): Ruling {
  return leaveAsIs({
    ...toDecision(overrule(verdict, reason, verdict.proposed ?? proposed), context),
    operation: "REJECTED",
  });
}

function add(
  verdict: OverruledVerdict,
  context: RulingContext,
  changes: Partial<Draft> = {},
): Ruling {
  const { target: _target, ...untargeted } = verdict;
  const next = { ...draftMemory(verdict, context), ...changes };
  return {
    decision: { ...toDecision(untargeted, context), operation: "ADD", memory: next.text },
    model: verdict.model,
    effect: { type: "start", next, lineage: verdict.lineage },
  };
}

/** An older fact enters as history: a version that the newer one had superseded before it came. */
function addAsPast(verdict: OverruledVerdict, newer: VersionRow, context: RulingContext): Ruling {
  return add(verdict, context, {
    status: "superseded",
    supersededBy: newer.memoryId,
    validTo: newer.validFrom,
  });
}

function update(verdict: OverruledVerdict, target: VersionRow, context: RulingContext): Ruling {
  const validFrom = turnOf(verdict.fact, target);
  const next = { ...draftMerged(verdict, target, context), validFrom };
  return {
    decision: { ...toDecision(verdict, context), operation: "UPDATE", memory: next.text },
    model: verdict.model,
    effect: { type: "continue", head: target, validTo: validFrom, next },
  };
}

/**
 * When a fact took the place of a memory. "In May I moved" holds from the first of May, but not where
 * somebody lived elsewhere on the 20th: then it may be any day up to its latest, and is that one.
 */
function turnOf({ validFrom, beganBy = validFrom }: Fact, target: VersionRow): Date {
  return validFrom < target.validFrom ? beganBy : validFrom;
}

function supersede(verdict: OverruledVerdict, target: VersionRow, context: RulingContext): Ruling {
  // Other words may hold some of the target's, which must not become the user's in this way.
  const isAbove = trustOf(verdict.fact.origin) > trustOf(target.origin);
  const text = isAbove ? undefined : verdict.text;
  const validFrom = turnOf(verdict.fact, target);
  const next = { ...draftMemory(verdict, context, text), validFrom };
  return {
    decision: { ...toDecision(verdict, context), operation: "DELETE", memory: next.text },
    model: verdict.model,
    effect: { type: "continue", head: target, validTo: validFrom, next },
  };
}

function retract(
  verdict: OverruledVerdict,
  target: VersionRow,
  context: RulingContext,
  supersededBy?: string,
): Ruling {
  context.touched.add(target.lineage);
  const validTo = turnOf(verdict.fact, target);
  return {
    decision: { ...toDecision({ ...verdict, target }, context), operation: "DELETE" },
    model: verdict.model,
    effect: {
      type: "continue",
      head: target,
      validTo,
      next: draftRetraction(target, validTo, supersededBy),
    },
  };
}
