import type { Fact } from "../record.ts";
import type { Settings } from "../settings.ts";
import { hashText } from "../text/hash-text.ts";
import { looksSecret } from "../text/looks-secret.ts";
import type { ExtractedFact, UnreadableFact } from "./extract-facts.ts";
import { unfitness } from "./guardrails.ts";
import { leaveAsIs, type Ruling } from "./ruling.ts";
import { createOriginFinder, type Evidence } from "./settle-origin.ts";

/** What the facts of an exchange are held against. */
export interface ExchangeEvidence extends Evidence {
  /** The memories that came in with the prompt. */
  recalled: readonly string[];
}

/**
 * The facts that may go on, with the origin that their words show; and a ruling for each other.
 *
 * Refused are facts without text, too long, secret-looking, quoted from where the user did not
 * speak, or beyond the limit of one exchange. Of what one exchange says twice, or says and then
 * corrects, the last counts.
 */
export function filterFacts(
  extracted: readonly (ExtractedFact | UnreadableFact)[],
  evidence: ExchangeEvidence,
  { limits, newId }: Pick<Settings, "limits" | "newId">,
): { facts: Fact[]; refused: Ruling[] } {
  const originOf = createOriginFinder(evidence);
  const recalled = new Set(evidence.recalled.map(hashText));
  const facts: Fact[] = [];
  const refused: Ruling[] = [];

  for (const fact of extracted.slice(0, limits.facts)) {
    const verdict = checkFact(fact);
    if ("refusal" in verdict) {
      refused.push(refuse(verdict.refusal, "type" in fact ? fact.shown : fact.text));
    } else {
      facts.push(verdict.fact);
    }
  }
  if (extracted.length > limits.facts) {
    refused.push(
      refuse(
        `${extracted.length - limits.facts} facts more than the ${limits.facts} that one exchange may bring`,
      ),
    );
  }
  const lasting = facts.filter((fact, index) => {
    const later = facts.slice(index + 1).find((other) => overtakes(other, fact));
    if (later === undefined) return true;
    const reason = `the same exchange goes on to say: ${later.text}`;
    refused.push(leaveAsIs({ id: newId(), operation: "NOOP", fact: fact.text, reason }));
    return false;
  });
  return { facts: lasting, refused };

  function checkFact(fact: ExtractedFact | UnreadableFact): { fact: Fact } | { refusal: string } {
    if ("type" in fact) return { refusal: "it has no readable text" };
    const unfit = unfitness(fact.text, limits);
    if (unfit) return { refusal: unfit };
    if (recalled.has(hashText(fact.text))) {
      return { refusal: "it is a memory that came in with the prompt" };
    }
    const origin = originOf(fact);
    if (origin === undefined) {
      return { refusal: `nobody whose words count says "${fact.quote?.slice(0, 100)}"` };
    }
    return { fact: { ...withoutSecrets(fact), origin } };
  }

  function refuse(reason: string, shown?: string): Ruling {
    return leaveAsIs({
      id: newId(),
      operation: "REJECTED",
      ...(shown !== undefined && { fact: shown.slice(0, 200) }),
      reason,
      proposed: "ADD",
    });
  }
}

/** The fact without relations that would keep what its text must not. */
function withoutSecrets({ relations = [], ...fact }: ExtractedFact): ExtractedFact {
  const kept = relations.filter(({ subject, predicate, object }) => {
    return looksSecret(`${subject} ${predicate} ${object}`) === undefined;
  });
  return kept.length > 0 ? { ...fact, relations: kept } : fact;
}

/** Whether `later` says the same as `fact`, or gives another value to what has one at a time. */
function overtakes(later: Fact, fact: Fact): boolean {
  if (hashText(later.text) === hashText(fact.text)) return true;
  const isOneValued = later.cardinality === "one" && fact.cardinality === "one";
  return (
    isOneValued &&
    later.subject === fact.subject &&
    later.attribute !== undefined &&
    later.attribute === fact.attribute &&
    later.validFrom >= fact.validFrom
  );
}
