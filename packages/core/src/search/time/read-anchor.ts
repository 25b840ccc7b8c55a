import { wordsOf } from "../../text/words-of.ts";
import { topicOf } from "./tell-topic.ts";
import type { Relation, TimeWords } from "./time-words.ts";

/** An event by which a question tells a time: "before I moved". */
export interface Anchor {
  /** How what is asked for lies to it. */
  readonly relation: Relation;
  /** What to look for the event by. */
  readonly words: string;
  /** Whether it went on for a while: "when I lived in Berlin". */
  readonly isLasting: boolean;
  /** What is asked for beside it. */
  readonly rest: string;
}

const RELATIONS: readonly Relation[] = ["before", "after", "during"];

/** Reads the event by which a text tells a time. `undefined` when there is none, or a pronoun stands for it. */
export function readAnchor(text: string, languages: readonly TimeWords[]): Anchor | undefined {
  for (const { anchors, lasting, anything } of languages) {
    for (const pattern of anchors) {
      const match = pattern.exec(text);
      const relation = RELATIONS.find((name) => match?.groups?.[name] !== undefined);
      const clause = relation && match?.groups?.[relation]?.split(CLAUSE_END)[0]?.trimEnd();
      if (!match || !relation || !clause || isPronoun(clause, anything)) continue;
      const length = match[0].indexOf(clause) + clause.length;
      const rest = topicOf(
        text.slice(0, match.index) + text.slice(match.index + length),
        languages,
      );
      // "Before Lisbon" is before what the question says of Lisbon.
      const words = NAME.test(clause) ? text : clause;
      return { relation, words, isLasting: lasting.test(clause), rest };
    }
  }
  return undefined;
}

const CLAUSE_END = /[,;?!]|[.](?= |$)/;
const NAME = /^(?!I(?:'\p{L}+)? |Ich )\p{Lu}|^\S+$/u;

function isPronoun(clause: string, anything: ReadonlySet<string>): boolean {
  return wordsOf(clause).every((word) => anything.has(word));
}
