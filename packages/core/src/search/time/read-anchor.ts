import { wordsOf } from "../../text/words-of.ts";
import { topicOf } from "./tell-topic.ts";
import type { Relation, TimeWords } from "./time-words.ts";

/** An event by which a question tells a time: "before I moved". */
export interface Anchor {
  /** How what is asked for lies to it. */
  readonly relation: Relation;
  /** What to look for the event by. */
  readonly words: string;
  /** What to look for the second event by, where the relation is `between`. */
  readonly untilWords?: string | undefined;
  /** Whether it went on for a while: "when I lived in Berlin". */
  readonly isLasting: boolean;
  /** Whether only a short time lies between: "right after". */
  readonly isClose: boolean;
  /** Whether the weekend beside it counts, too: "on my birthday weekend". */
  readonly isWeekend: boolean;
  /** The moment of asking. */
  readonly at: Date;
  /** What is asked for beside it. */
  readonly rest: string;
  /** Whether that is something that lasts: "Where was I living when I got married?" */
  readonly asksForState: boolean;
}

const RELATIONS: readonly Relation[] = ["before", "after", "during", "between", "yearly"];

/** Reads the event by which a text tells a time. `undefined` when there is none, or a pronoun stands for it. */
export function readAnchor(
  text: string,
  languages: readonly TimeWords[],
  at: Date,
): Anchor | undefined {
  for (const { anchors, lasting, states, anything } of languages) {
    for (const pattern of anchors) {
      const match = pattern.exec(text);
      const { close, weekend, until, ...named } = match?.groups ?? {};
      const relation = RELATIONS.find((name) => named[name] !== undefined);
      const clauses = [relation && named[relation], until].flatMap((clause) =>
        clause === undefined ? [] : endClause(clause),
      );
      const [clause, last = clause] = clauses;
      if (!match || !relation || !clause || !last) continue;
      if (clauses.some((one) => !one || isPronoun(one, anything))) continue;
      const length = match[0].lastIndexOf(last) + last.length;
      const rest = topicOf(
        text.slice(0, match.index) + text.slice(match.index + length),
        languages,
      );
      // "Before Lisbon" is before what the question says of Lisbon.
      const saidOfName = until ? `${rest} ${clause}` : text;
      return {
        relation,
        words: NAME.test(clause) ? saidOfName : clause.replace(weekend ?? "", ""),
        untilWords: until && (NAME.test(last) ? `${rest} ${last}` : last),
        isLasting: lasting.test(clause),
        isClose: close !== undefined,
        isWeekend: weekend !== undefined,
        at,
        rest,
        asksForState: states.test(rest),
      };
    }
  }
  return undefined;
}

// One word may be a name in small letters, and is not when it is a verb: "after moving", "después de casarnos".
const NAME =
  /^(?!I(?:'\p{L}+)? |Ich )\p{Lu}\S*(?: \p{Lu}\S*)*$|^(?!\p{Ll}+(?:ing|[aei]r(?:[mts]e|nos)?)$)\S+$/u;
const CLAUSE_END = /[,;?!]|[.](?= |$)/;

function endClause(text: string): string {
  return text.split(CLAUSE_END)[0]?.trim() ?? "";
}

function isPronoun(clause: string, anything: ReadonlySet<string>): boolean {
  return wordsOf(clause).every((word) => anything.has(word));
}
