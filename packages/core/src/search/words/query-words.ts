import { readTerms } from "../../text/analyze-text.ts";
import { vectorOf } from "../../text/word-vectors.ts";

/** One word of a query, as it may stand in a memory. */
export interface QueryWord {
  /** Its stems, and the word itself. */
  readonly forms: readonly string[];
  /** The terms of its topics. */
  readonly topics: readonly string[];
  /** For words that may be told in other words. Names have none. */
  readonly vector?: Float32Array | undefined;
  readonly isName: boolean;
  /** Whether it tells when, and not what. */
  readonly isTime: boolean;
}

/** The words that a query is looked for by, each once: those of its topic, and those that only tell its time. */
export function queryWords(text: string, topic: string = text): QueryWord[] {
  const names = namesIn(text);
  const isAsked = new Set(readTerms(topic).map(({ forms }) => forms[0]));
  const words = readTerms(text).map(({ forms, topics }): QueryWord => {
    const isName = forms.some((form) => names.has(form));
    const vector = isName ? undefined : forms.map(vectorOf).findLast((one) => one !== undefined);
    return { forms, topics, vector, isName, isTime: !isAsked.has(forms[0]) };
  });
  return [...new Map(words.map((word) => [word.forms[0], word])).values()];
}

/** Words with a capital that do not begin a sentence, as terms. */
function namesIn(text: string): Set<string> {
  const capitalised = text.match(/(?<=[^.?!\s"'([]\s+)\p{Lu}[\p{L}\p{M}]+/gu) ?? [];
  return new Set(capitalised.flatMap((name) => readTerms(name).flatMap(({ forms }) => forms)));
}
