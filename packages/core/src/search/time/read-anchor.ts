import { wordsOf } from "../../text/words-of.ts";
import type { Relation, TimeWords } from "./time-words.ts";

/** An event by which a question tells a time: "before I moved". */
export interface Anchor {
  /** How what is asked for lies to it. */
  readonly relation: Relation;
  /** What happened, in the words of the question. */
  readonly words: string;
  /** Whether it went on for a while: "when I lived in Berlin". */
  readonly isLasting: boolean;
}

const RELATIONS: readonly Relation[] = ["before", "after", "during"];

/** The event by which a text tells a time; `undefined` when there is none, or a pronoun stands for it. */
export function readAnchor(text: string, languages: readonly TimeWords[]): Anchor | undefined {
  for (const { anchors, lasting, anything } of languages) {
    for (const pattern of anchors) {
      const groups = pattern.exec(text)?.groups;
      const relation = RELATIONS.find((name) => groups?.[name] !== undefined);
      const words = relation && groups?.[relation]?.split(/[,;?!]|[.](?= |$)/)[0]?.trim();
      if (!relation || !words || wordsOf(words).every((word) => anything.has(word))) continue;
      return { relation, words, isLasting: lasting.test(words) };
    }
  }
  return undefined;
}
