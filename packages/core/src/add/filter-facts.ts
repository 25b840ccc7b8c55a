import type { Fact } from "../record.ts";
import { findCredential } from "../redact/find-credential.ts";
import { isRemoved } from "../redact/placeholders.ts";
import type { Settings } from "../settings.ts";
import { hashText } from "../text/hash-text.ts";
import { findHarm } from "../quarantine/find-harm.ts";
import { trustOf } from "./compare-origins.ts";
import { kindFor } from "./draft-version.ts";
import type { ExtractedFact, UnreadableFact } from "./extract-facts.ts";
import { unfitness } from "./guardrails.ts";
import { leaveAsIs, type EmbeddedFact, type Ruling } from "./ruling.ts";
import { createOriginFinder, type Evidence } from "./settle-origin.ts";

/** What the facts of an exchange are held against. */
export interface ExchangeEvidence extends Evidence {
  /** The memories that came in with the prompt. */
  recalled: readonly string[];
}

/** A fact that may go on: to be judged, or into quarantine. */
type FoundFact = Omit<EmbeddedFact, "vector">;

/**
 * The facts that may go on, with the origin that their words show; and a ruling for each other.
 *
 * Refused are facts without text, too long, secret-looking, quoted from where the user did not
 * speak, or beyond the limit of one exchange. Of what one exchange says twice, or says and then
 * corrects, the last counts, and people's words before all others.
 */
export function filterFacts(
  extracted: readonly (ExtractedFact | UnreadableFact)[],
  evidence: ExchangeEvidence,
  { limits, newId }: Pick<Settings, "limits" | "newId">,
): { facts: FoundFact[]; refused: Ruling[] } {
  const originOf = createOriginFinder(evidence);
  const recalled = new Set(evidence.recalled.map(hashText));
  const facts: FoundFact[] = [];
  const refused: Ruling[] = [];

  for (const fact of extracted.slice(0, limits.facts)) {
    const verdict = checkFact(fact);
    if ("refusal" in verdict) {
      refused.push(refuse(verdict.refusal, "type" in fact ? fact.shown : fact.text));
    } else {
      facts.push(verdict);
    }
  }
  if (extracted.length > limits.facts) {
    refused.push(
      refuse(
        `${extracted.length - limits.facts} facts more than the ${limits.facts} that one exchange may bring`,
      ),
    );
  }
  // Once for each, not for each two: a digest takes 10 µs, and of a hundred facts there are 10,000 pairs.
  const hashes = facts.map(({ fact }) => hashText(fact.text));
  const lasting = facts.filter(({ fact, harm }, index) => {
    const better = facts.find(
      (other, place) =>
        place !== index &&
        // What is held back neither takes a place nor leaves one.
        (other.harm === undefined) === (harm === undefined) &&
        overtakes(other.fact, fact, {
          isLater: place > index,
          isSaidTwice: hashes[place] === hashes[index],
        }),
    );
    if (better === undefined) return true;
    const reason = `the same exchange also says: ${better.fact.text}`;
    refused.push(leaveAsIs({ id: newId(), operation: "NOOP", fact: fact.text, reason }));
    return false;
  });
  return { facts: lasting, refused };

  function checkFact(fact: ExtractedFact | UnreadableFact): FoundFact | { refusal: string } {
    if ("type" in fact) return { refusal: "it has no readable text" };
    const unfit = unfitness(fact.text, limits);
    if (unfit) return { refusal: unfit };
    if (fact.value !== undefined && isRemoved(fact.value)) {
      return { refusal: "its value was removed" };
    }
    if (recalled.has(hashText(fact.text))) {
      return { refusal: "it is a memory that came in with the prompt" };
    }
    const origin = originOf(fact);
    if (origin === undefined) {
      return { refusal: `nobody whose words count says "${fact.quote?.slice(0, 100)}"` };
    }
    const harm = findHarm({ ...fact, origin });
    return { fact: { ...withoutSecrets(fact), kind: kindFor(fact.kind, origin), origin }, harm };
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
    return findCredential(`${subject} ${predicate} ${object}`) === undefined;
  });
  return kept.length > 0 ? { ...fact, relations: kept } : fact;
}

/**
 * Whether `other` says the same as `fact`, or gives another value to what has one at a time, and
 * counts more: it is trusted more, or as much and said later.
 */
function overtakes(
  other: Fact,
  fact: Fact,
  { isLater, isSaidTwice }: { isLater: boolean; isSaidTwice: boolean },
): boolean {
  const above = trustOf(other.origin) - trustOf(fact.origin);
  if (above < 0 || (above === 0 && !isLater)) return false;
  if (isSaidTwice) return true;
  const isOneValued = other.cardinality === "one" && fact.cardinality === "one";
  return (
    isOneValued &&
    other.subject === fact.subject &&
    other.attribute !== undefined &&
    other.attribute === fact.attribute &&
    (above > 0 || other.validFrom >= fact.validFrom)
  );
}
