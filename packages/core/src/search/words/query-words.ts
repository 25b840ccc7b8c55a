import { formsOf, termsOf } from "../../text/analyze-text.ts";
import { vectorOf } from "../../text/word-vectors.ts";

/** One word of a query, as it may stand in a memory. */
export interface QueryWord {
  /** Its stem, and the word itself. */
  readonly forms: readonly string[];
  /** Names and topics have none: they are found by themselves only. */
  readonly vector?: Float32Array | undefined;
  readonly type: "word" | "name" | "topic";
}

/** The words that a query is looked for by, each once. */
export function queryWords(text: string): QueryWord[] {
  const names = namesIn(text);
  const words = new Map<string, QueryWord>();
  for (const forms of formsOf(text)) {
    const [stem = ""] = forms;
    const isName = forms.some((form) => names.has(form));
    words.set(
      stem,
      isName
        ? { forms, type: "name" }
        : { forms, type: "word", vector: forms.map(vectorOf).findLast((vector) => vector) },
    );
  }
  const topics = termsOf(text).filter((term) => term.startsWith("#"));
  return [...words.values(), ...topics.map((topic) => ({ forms: [topic], type: "topic" }) as const)];
}

/** Words with a capital that do not begin a sentence, as terms. */
function namesIn(text: string): Set<string> {
  const capitalised = text.match(/(?<=[^.?!\s"'([]\s+)\p{Lu}[\p{L}\p{M}]+/gu) ?? [];
  return new Set(capitalised.flatMap((name) => formsOf(name).flat()));
}
