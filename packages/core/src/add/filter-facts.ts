import type { Fact, Origin, TextMessage } from "../record.ts";
import { findCredential } from "../redact/find-credential.ts";
import { isRemoved } from "../redact/placeholders.ts";
import type { Settings } from "../settings.ts";
import { hashText, normalizeForComparison } from "../text/hash-text.ts";
import type { ExtractedFact, UnreadableFact } from "./extract-facts.ts";
import { unfitness } from "./guardrails.ts";
import { leaveAsIs, type Ruling } from "./ruling.ts";

/** What the facts of an exchange are held against. */
export interface ExchangeEvidence {
  /** What was said, without the memories that came in with the prompt. */
  messages: readonly TextMessage[];
  /** The memories that came in with the prompt. */
  recalled: readonly string[];
}

/**
 * The facts that may go on, with the origin that their quotes show; and a ruling for each other.
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
  const said = quotableTexts(evidence.messages);
  const unquoted = said.get("user") === "" ? "assistant" : "user";
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
    if (fact.value !== undefined && isRemoved(fact.value)) {
      return { refusal: "its value was removed" };
    }
    if (recalled.has(hashText(fact.text))) {
      return { refusal: "it is a memory that came in with the prompt" };
    }
    const origin = fact.quote === undefined ? unquoted : originOf(fact.quote, said);
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
    return findCredential(`${subject} ${predicate} ${object}`) === undefined;
  });
  return kept.length > 0 ? { ...fact, relations: kept } : fact;
}

/** What each role said, as one text to look quotes up in; the most trusted first. */
function quotableTexts(messages: readonly TextMessage[]): ReadonlyMap<Origin, string> {
  const textOf = (role: TextMessage["role"]) =>
    messages
      .filter((message) => message.role === role)
      .map(({ content }) => normalizeForComparison(content))
      .join(" ");
  return new Map<Origin, string>([
    ["user", textOf("user")],
    ["assistant", textOf("assistant")],
    ["tool", textOf("tool")],
  ]);
}

/** Models put quotation marks and full stops around what they quote. */
const AROUND_QUOTE = /^[\s"'“”„«».…]+|[\s"'“”„«».,;!…]+$/g;

function originOf(quote: string, said: ReadonlyMap<Origin, string>): Origin | undefined {
  const words = normalizeForComparison(quote).replace(AROUND_QUOTE, "");
  if (words === "") return undefined;
  return [...said].find(([, text]) => text.includes(words))?.[0];
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
