import { z } from "zod";
import { askModel } from "../calls/ask-model.ts";
import type { Engine } from "../engine.ts";
import { ModelCallError, ModelOutputError } from "../errors.ts";
import type { VersionRow } from "../ports/stored-rows.ts";
import type { Actor, Fact, Operation, Usage } from "../record.ts";
import { fromScopeColumns, isWithin, type Scope } from "../scope.ts";
import { hashText, normalizeForComparison } from "../text/hash-text.ts";
import { statesSameProperty, type RelatedFact } from "./find-related.ts";
import { judgementRequest } from "./judge-facts.prompt.ts";

/** What is to be done about one fact, before the guardrails look at it. */
export interface Verdict extends RelatedFact {
  operation: Exclude<Operation, "REJECTED">;
  target?: VersionRow;
  /** A handle that was never shown. */
  unknownHandle?: string;
  /** The text that the model wants the memory to have; `""` takes it back. */
  text?: string;
  reason: string;
  actor: Actor;
  model?: string;
}

/** The verdicts, and the model's words that belong to no fact. */
export interface Judgement {
  /** One per fact, in their order. */
  verdicts: Verdict[];
  /** What the model decided about facts that it was not shown. */
  stray: string[];
}

const NO_REASON_GIVEN = "the model gave no reason";

/**
 * One verdict per fact. Facts without relatives are new and repeats are known, without a call; all
 * others are judged in one call.
 *
 * The model sees related memories under short handles ("m1", "m2"), because it miscopies long ids.
 * With `fallback: "rules"` the rules judge where the model fails.
 */
export async function judgeFacts(
  engine: Engine,
  facts: readonly RelatedFact[],
  { scope, meter, signal }: { scope: Scope; meter: Usage; signal?: AbortSignal | undefined },
): Promise<Judgement> {
  const startedAt = performance.now();
  const settled = facts.map(settleWithoutModel);
  const open = facts.filter((_, index) => settled[index] === undefined);
  const { verdicts: judged, stray } =
    open.length > 0
      ? await askJudge(engine, open, { scope, meter, signal })
      : { verdicts: [], stray: [] };
  const verdicts = facts.flatMap((_, index) => settled[index] ?? judged.shift() ?? []);
  engine.emit({
    type: "judged",
    scope,
    facts: facts.length,
    asked: open.length,
    durationMs: performance.now() - startedAt,
  });
  return { verdicts, stray };
}

function settleWithoutModel(related: RelatedFact): Verdict | undefined {
  const { fact, related: memories } = related;
  if (memories.length === 0) {
    return { ...related, operation: "ADD", reason: "nothing like it is known", actor: "rule" };
  }
  const hash = hashText(fact.text);
  const repeated = memories.find(
    (row) =>
      (row.hash === hash || statesSameValue(row, fact)) &&
      // What one session knows is news for the others.
      isWithin(fact.scope, fromScopeColumns(row)),
  );
  if (repeated === undefined) return undefined;
  return {
    ...related,
    operation: "NOOP",
    target: repeated,
    reason: repeated.hash === hash ? "it is known in the same words" : "the same value is known",
    actor: "rule",
  };
}

/** Whether a memory gives the same property of the same subject the same value, in the same manner. */
function statesSameValue(row: VersionRow, fact: Fact): boolean {
  return (
    statesSameProperty(row, fact) &&
    row.kind === fact.kind &&
    row.value !== undefined &&
    fact.value !== undefined &&
    normalizeForComparison(row.value) === normalizeForComparison(fact.value)
  );
}

async function askJudge(
  engine: Engine,
  facts: readonly RelatedFact[],
  { scope, meter, signal }: { scope: Scope; meter: Usage; signal?: AbortSignal | undefined },
): Promise<Judgement> {
  const shown = new Map(facts.flatMap(({ related }) => related.map((row) => [row.key, row])));
  const memories = [...shown.values()];
  const question = {
    step: "judge",
    request: judgementRequest({
      memories: memories.map(({ text }) => text),
      facts: facts.map(({ fact }) => fact.text),
    }),
    read: readAnswer,
    scope,
    meter,
    signal,
  } as const;
  const { model, fallback } = engine.settings;
  try {
    const answer = await askModel(engine, question);
    return toJudgement(answer, facts, memories, { actor: "model", model: model.id });
  } catch (error) {
    const failed = error instanceof ModelCallError || error instanceof ModelOutputError;
    if (!failed || fallback === undefined) throw error;
    const answer = await askModel(engine, { ...question, model: fallback });
    return toJudgement(answer, facts, memories, { actor: "rule" });
  }
}

/** Decisions about no fact that was shown, of which a report tells. */
const MOST_STRAY = 20;

const decisionSchema = z.object({
  fact: z.coerce.number().int(),
  operation: z
    .string()
    .transform((name) => name.trim().toUpperCase())
    .pipe(z.enum(["ADD", "UPDATE", "DELETE", "NOOP"])),
  target: z
    .string()
    .trim()
    .nullish()
    .catch(undefined)
    .transform((handle) => handle || undefined),
  text: z.string().nullish().catch(undefined),
  reason: z.string().nullish().catch(undefined),
});

type ReadDecision = z.infer<typeof decisionSchema>;

function readAnswer(answer: unknown): readonly unknown[] {
  const decisions = (answer as { decisions?: unknown } | null)?.decisions;
  if (!Array.isArray(decisions)) {
    throw new ModelOutputError("decide must be called with { decisions: […] }.", {
      text: JSON.stringify(answer) ?? "",
    });
  }
  return decisions;
}

function toJudgement(
  answer: readonly unknown[],
  facts: readonly RelatedFact[],
  memories: readonly VersionRow[],
  judge: { actor: Actor; model?: string },
): Judgement {
  const byFact = new Map<number, ReadDecision>();
  const stray: string[] = [];
  for (const given of answer) {
    const parsed = decisionSchema.safeParse(given);
    const known = parsed.success && parsed.data.fact >= 1 && parsed.data.fact <= facts.length;
    if (!known || byFact.has(parsed.data.fact)) stray.push(JSON.stringify(given) ?? "undefined");
    else byFact.set(parsed.data.fact, parsed.data);
  }
  const unseen = stray.length - MOST_STRAY;
  if (unseen > 0) stray.splice(MOST_STRAY, unseen, `and ${unseen} more`);
  const verdicts = facts.map((related, index): Verdict => {
    const decision = byFact.get(index + 1);
    if (decision === undefined) {
      return { ...related, operation: "ADD", reason: "the judge left it out", actor: "rule" };
    }
    const { operation, target: handle, text, reason } = decision;
    const target = handle === undefined ? undefined : memories[toIndex(handle)];
    return {
      ...related,
      ...judge,
      operation,
      reason: reason?.trim() || NO_REASON_GIVEN,
      ...(text !== undefined && text !== null && { text: text.trim() }),
      ...(target && { target }),
      // The model saw handles, not ids: an unknown one means that it misread the list, and a guess
      // here would change another memory than the one it meant.
      ...(handle !== undefined && !target && { unknownHandle: handle }),
    };
  });
  return { verdicts, stray };
}

/** The place of the memory called `m<n>`; -1 for anything else. */
function toIndex(handle: string): number {
  const number = /^m([1-9]\d*)$/i.exec(handle)?.[1];
  return number === undefined ? -1 : Number(number) - 1;
}
