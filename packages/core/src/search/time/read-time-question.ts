import { readAnchor, type Anchor, type AnchorRead } from "./read-anchor.ts";
import { readSpans } from "./read-spans.ts";
import { languagesOf } from "./languages.ts";
import type { TimeSpan } from "./time-span.ts";
import { aboutOf, askIn, orderOf, tenseOf } from "./tell-about.ts";
import { asksForAnything, topicOf, writeOutMonths } from "./tell-topic.ts";

/** What a question says about time. */
export interface TimeQuestion {
  /**
   * What to look for: the question without words like "last week", which no memory of that week has.
   * A month or a year stays, and is all there is where `isOnlyTime`.
   */
  readonly topic: string;
  /** The stretches of time that it names; none is usual. */
  readonly spans: readonly TimeSpan[];
  /** Whether it asks for the earliest, for the newest, or for what holds now. */
  readonly order?: "first" | "last" | "now" | undefined;
  /**
   * What it is about: what is so; what was so at some past time; what is no longer so; or what became
   * of something. A question about now is not answered with what was superseded.
   */
  readonly about: "now" | "then" | "former" | "change";
  /** An event by which it tells the time. */
  readonly anchor?: Anchor | undefined;
  /** Whether nothing but the time tells what is asked for: "What did I do last week?" */
  readonly isOnlyTime: boolean;
}

/** Reads what a question says about time, counted from `at`, the moment of asking. */
export function readTimeQuestion(text: string, at: Date): TimeQuestion {
  const languages = languagesOf(text);
  const tense = tenseOf(askIn(languages, text));
  const { spans, rest, lasting } = readSpans(text, at, tense);
  const { anchor, rest: main }: AnchorRead =
    tense === "future" ? { rest } : readAnchor(rest, languages);

  const asks = askIn(languages, rest);
  const isOver = spans.length > 0 && spans.every(({ to }) => to !== undefined && to <= at);
  const about = aboutOf(asks, { isPast: tense === "past", isOver, anchor });
  const order = orderOf(asks, about, anchor);
  const isOnlyTime = (spans.length > 0 || anchor !== undefined) && asksForAnything(main, languages);
  const months = isOnlyTime ? writeOutMonths(spans, languages) : "";
  return {
    topic: months || topicOf(lasting, languages) || text,
    spans,
    order,
    about,
    anchor,
    isOnlyTime,
  };
}
