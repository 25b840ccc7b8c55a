import type { LanguageModel } from "@palimpsest/core";
import { scriptedModel } from "@palimpsest/core/testing";

/** What the model makes of the next exchanges. */
interface Answer {
  /** The texts of the facts. */
  facts: readonly string[];
  /** The verdict on each fact that has relatives; an UPDATE is of the first memory shown. */
  operation: "ADD" | "UPDATE";
}

/** A model that answers at once, as it was told. */
export interface BenchModel extends LanguageModel {
  answerWith(answer: Answer): void;
}

/** A model that finds no facts until it is told. */
export function createBenchModel(): BenchModel {
  let answer: Answer = { facts: [], operation: "ADD" };
  return {
    id: "bench/scripted",
    answerWith(next) {
      answer = next;
    },
    generate: async (request) => {
      const { facts, operation } = answer;
      const target = operation === "UPDATE" && { target: "m1" };
      const model = scriptedModel({
        record_facts: [{ facts: facts.map((text) => ({ text })) }],
        decide: [
          {
            decisions: facts.map((_, at) => ({
              fact: at + 1,
              operation,
              ...target,
              reason: "It was told so.",
            })),
          },
        ],
      });
      // A new one each time: it remembers what it was asked, which a long run would feel.
      return model.generate(request);
    },
  };
}
