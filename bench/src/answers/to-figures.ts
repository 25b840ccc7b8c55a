import { meanOf } from "../locomo/retrieval/mean-of.ts";
import type { Mean } from "../locomo/retrieval/to-figures.ts";
import { meanInterval } from "../report/bootstrap.ts";
import type { Judged } from "./answer-file.ts";
import { type ContextName, CONTEXTS } from "./make-contexts.ts";
import type { Prices } from "./parse-answering-options.ts";
import { toDollars } from "./reckon-cost.ts";

/** A judged answer, and the kind of question that it was given to. */
type Categorised = Judged & { category: string };

/** The share of correct answers. */
interface Accuracy {
  questions: number;
  accuracy: Mean;
}

/** What is told of a context. */
export interface ContextFigures extends Accuracy {
  context: ContextName;
  byCategory: Record<string, Accuracy>;
  /** Of the context, in the mean over questions. */
  contextTokens: number;
  /** That reader and judge were sent, in the mean over questions, as the server counted them. */
  inputTokens: number;
  /** Of all its questions, whenever they were asked. */
  dollars: number;
}

/** The figures of each context. */
export function toFigures(judged: readonly Categorised[], prices: Prices): ContextFigures[] {
  return CONTEXTS.map((context) => {
    const own = judged.filter((one) => one.context === context);
    const byCategory = Map.groupBy(own, ({ category }) => category);
    return {
      context,
      ...toAccuracy(own),
      byCategory: Object.fromEntries(
        Array.from(byCategory, ([category, of]) => [category, toAccuracy(of)]),
      ),
      contextTokens: meanOf(own.map(({ contextTokens }) => contextTokens)),
      inputTokens: meanOf(own.map(({ usage }) => usage.inputTokens)),
      dollars: own.reduce((sum, { usage }) => sum + toDollars(usage, prices), 0),
    };
  });
}

function toAccuracy(judged: readonly Judged[]): Accuracy {
  const values = judged.map(({ correct }) => Number(correct));
  return { questions: judged.length, accuracy: { mean: meanOf(values), ...meanInterval(values) } };
}
