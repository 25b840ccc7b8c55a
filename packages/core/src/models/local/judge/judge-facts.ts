import type { JudgementInput } from "../../../add/judge-facts.prompt.ts";
import { compareClaims } from "./compare-claims.ts";
import { compareWords } from "./compare-words.ts";
import { readMemory, type ReadMemory } from "./read-memory.ts";
import type { Relation } from "./relation.ts";
import { countShared } from "./word-sets.ts";

/** A verdict as the tool `decide` takes it. */
export interface JudgedFact {
  fact: number;
  operation: "ADD" | "UPDATE" | "DELETE" | "NOOP";
  target?: string;
  text?: string;
  reason: string;
}

/** One verdict per fact, in their order. */
export function judgeFacts({ memories, facts }: JudgementInput): JudgedFact[] {
  const known = memories.map((text, index) => ({
    handle: `m${index + 1}`,
    read: readMemory(text),
  }));
  const closed = new Set<string>();
  return facts.map((text, index) => {
    // What one fact has closed is nothing to the facts behind it.
    const open = known.filter(({ handle }) => !closed.has(handle));
    const judged = judgeFact(readMemory(text), index + 1, open);
    if (judged.operation === "DELETE" && judged.target) closed.add(judged.target);
    return judged;
  });
}

interface KnownMemory {
  readonly handle: string;
  readonly read: ReadMemory;
}

const PRECEDENCE: readonly Relation["type"][] = ["same", "contradicts", "refines"];

function judgeFact(fact: ReadMemory, number: number, memories: readonly KnownMemory[]): JudgedFact {
  const related = memories.flatMap(({ handle, read }) => {
    const relation = relate(fact, read);
    return relation ? [{ relation, target: handle, shared: sharedWords(fact, read) }] : [];
  });
  const [closest] = related.toSorted(
    (a, b) =>
      PRECEDENCE.indexOf(a.relation.type) - PRECEDENCE.indexOf(b.relation.type) ||
      b.shared - a.shared,
  );
  if (!closest) return { fact: number, operation: "ADD", reason: "no memory speaks of it" };
  const { relation, target } = closest;
  switch (relation.type) {
    case "same":
      return { fact: number, operation: "NOOP", target, reason: relation.reason };
    case "refines":
      return {
        fact: number,
        operation: "UPDATE",
        target,
        text: fact.text,
        reason: relation.reason,
      };
    case "contradicts":
      return {
        fact: number,
        operation: "DELETE",
        target,
        ...(relation.text === undefined ? {} : { text: relation.text }),
        reason: relation.reason,
      };
    default:
      return relation.type satisfies never;
  }
}

function relate(fact: ReadMemory, memory: ReadMemory): Relation | undefined {
  return compareClaims(fact, memory) ?? compareWords(fact, memory);
}

/** How much a memory has in common with a fact: the most specific one is meant. */
function sharedWords(fact: ReadMemory, memory: ReadMemory): number {
  return countShared(fact.words, memory.words) / Math.max(1, memory.words.size);
}
