import { embedTexts } from "../calls/embed-texts.ts";
import type { Engine } from "../engine.ts";
import type { Exchange } from "../episodes/exchange.ts";
import type { MemoryStore } from "../ports/memory-store.ts";
import { holdFacts, type HeldFact } from "../quarantine/hold-facts.ts";
import type { Usage } from "../record.ts";
import type { ExtractionInput } from "./extract-facts.prompt.ts";
import { extractFacts } from "./extract-facts.ts";
import { filterFacts } from "./filter-facts.ts";
import { findRelated } from "./find-related.ts";
import { judgeFacts } from "./judge-facts.ts";
import { ruleOnVerdicts } from "./rule-on-verdicts.ts";
import { leaveAsIs, type EmbeddedFact, type Ruling } from "./ruling.ts";

/** What the steps of one exchange share. */
export interface Undertaking {
  engine: Engine;
  store: MemoryStore;
  exchange: Exchange;
  /** The exchange's own id, which what comes of it will carry. */
  episodeId: string;
  meter: Usage;
  signal: AbortSignal | undefined;
}

/** The facts of an exchange that may be remembered, and the rulings on those that may not. */
export async function findFacts(
  { engine, exchange, episodeId, meter, signal }: Undertaking,
  input: ExtractionInput,
): Promise<{ facts: EmbeddedFact[]; refused: Ruling[] }> {
  const startedAt = performance.now();
  const { scope } = exchange;
  const instructions = [engine.settings.instructions, exchange.instructions]
    .filter(Boolean)
    .join("\n");
  const extracted = await extractFacts(engine, input, { scope, instructions, meter, signal });
  const evidence = { ...exchange, earlier: input.recent, summary: input.summary };
  const { facts, refused } = filterFacts(extracted, evidence, engine.settings);
  engine.emit({
    type: "extracted",
    scope,
    episodeId,
    facts: facts.length,
    refused: refused.length,
    durationMs: performance.now() - startedAt,
  });
  const texts = facts.map(({ fact }) => fact.text);
  const vectors = await embedTexts(engine, texts, { purpose: "document", meter, signal });
  return {
    facts: facts.flatMap((found, index) => {
      const vector = vectors[index];
      return vector ? [{ ...found, vector }] : [];
    }),
    refused,
  };
}

/** The rulings on facts, those that are held back first, by what is known at this moment. */
export async function decideOnFacts(
  { engine, store, exchange, episodeId, meter, signal }: Undertaking,
  facts: readonly EmbeddedFact[],
): Promise<Ruling[]> {
  const { scope, metadata } = exchange;
  const context = { settings: engine.settings, episodeId, metadata };
  const held = await holdFacts(store, facts.filter(isHarmful), { ...context, scope });
  const open = facts.filter((one) => !isHarmful(one));
  const related = await findRelated(engine, store, open, scope);
  const { verdicts, stray } = await judgeFacts(engine, related, { scope, meter, signal });
  const rulings = ruleOnVerdicts(verdicts, { ...context, touched: new Set() });
  const refused = stray.map((words) =>
    leaveAsIs({
      id: engine.settings.newId(),
      operation: "REJECTED",
      reason: `the judge decided about a fact that it was not shown: ${words.slice(0, 200)}`,
    }),
  );
  return [...held, ...rulings, ...refused];
}

function isHarmful(one: EmbeddedFact): one is HeldFact {
  return one.harm !== undefined;
}
