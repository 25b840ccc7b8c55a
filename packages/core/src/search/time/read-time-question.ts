import { straightenApostrophes } from "../../text/straighten-apostrophes.ts";
import { readAnchor, type Anchor } from "./read-anchor.ts";
import { readSpans } from "./read-spans.ts";
import { languagesOf } from "./languages.ts";
import type { TimeSpan } from "./time-span.ts";
import { aboutOf, askIn, orderOf, tenseOf, type TimeOrder } from "./tell-about.ts";
import {
  asksForAnything,
  asksForAnythingOf,
  namesIn,
  topicOf,
  writeOutMonths,
} from "./tell-topic.ts";

/** What a question says about time. */
export interface TimeQuestion {
  /** The whole of it. */
  readonly text: string;
  /**
   * What to look for: the question without its times, which what fits them need not name. Where
   * nothing but names is left it is those and the months that are meant, and without any the whole
   * question.
   */
  readonly topic: string;
  /** The stretches of time that it names; none is usual. */
  readonly spans: readonly TimeSpan[];
  readonly order?: TimeOrder | undefined;
  /**
   * What it is about: what is so; what was so at some past time; what is no longer so; or what became
   * of something. A question about now is not answered with what was superseded.
   */
  readonly about: "now" | "then" | "former" | "change";
  /** An event by which it tells the time. */
  readonly anchor?: Anchor | undefined;
  /** Whether nothing but the time, and whose doings they are, tells what is asked for: "What did I do last week?" */
  readonly isOnlyTime: boolean;
}

/**
 * Reads what a text that is searched for says about time, counted from `at`, the moment of asking.
 *
 * Of several sentences only the questions are read: "I used to live in Rome. Where can I eat tonight?"
 * is none about the past.
 */
export function readTimeQuestion(text: string, at: Date): TimeQuestion {
  const asked = straightenApostrophes(text);
  const question = questionIn(asked);
  const languages = languagesOf(question);
  const tense = tenseOf(askIn(languages, question));
  const { spans, rest, topic: said } = readSpans(question, at, tense);
  const asks = askIn(languages, rest);
  const hasBeen = tense === "past" || asks(({ perfect }) => perfect);
  const anchor = hasBeen ? readAnchor(rest, languages, at) : undefined;
  const isOver = spans.length > 0 && spans.every(({ to }) => to !== undefined && to <= at);
  const about = aboutOf(asks, { isPast: tense === "past", isOver, anchor });
  const order = orderOf(asks, about, anchor);
  const isOnlyTime =
    question === asked &&
    (anchor
      ? asksForAnything(anchor.rest, languages)
      : spans.length > 0 && asksForAnythingOf(rest, languages));
  const months = isOnlyTime && writeOutMonths(spans, languages);
  const topic =
    (months && `${namesIn(rest, languages)} ${months}`.trim()) ||
    (question === asked && topicOf(said, languages)) ||
    text;
  return { text, topic, spans, order, about, anchor, isOnlyTime };
}

/** Longer texts without a question mark are no questions, but what somebody tells. */
const LONGEST_QUESTION = 300;

function questionIn(text: string): string {
  const sentences = text.split(/(?<=\p{L}{3}\.|[!?？؟])\s+|\n+/u);
  const questions = sentences.filter((sentence) => /[?？؟]$/.test(sentence.trim()));
  if (sentences.length === 1 || questions.length === 0) {
    return text.length <= LONGEST_QUESTION ? text : "";
  }
  return questions.join(" ").slice(-LONGEST_QUESTION);
}
