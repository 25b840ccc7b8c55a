import type { CalendarWords } from "../../text/dates/calendar-words.ts";

/** How an event that a question names lies to what it asks for; `yearly` is on its last return. */
export type Relation = "before" | "after" | "during" | "between" | "yearly";

/** Asks for the second or third of several, and the word itself, by which a memory may tell that it is. */
export interface Ordinal {
  readonly asked: RegExp;
  readonly told: RegExp;
}

/** How a language asks about times. The expressions are matched without regard to case. */
export interface TimeWords {
  readonly calendar: CalendarWords;
  /** Small words of its questions, by which it is told from the others. */
  readonly tells: ReadonlySet<string>;
  /** Phrases of `compilePhrases` that name a span, longest first; `rolling` counts back from now. */
  readonly phrases: readonly string[];
  /** Ends of the text before a span that make it a beginning or an end. */
  readonly bounds: {
    /** Those of them that lie behind, whatever the tense: "since March". */
    readonly since: RegExp;
    readonly from: RegExp;
    readonly until: RegExp;
    readonly before: RegExp;
    readonly after: RegExp;
  };
  /** What stands between two spans of which the first begins and the second ends a stretch. */
  readonly to: RegExp;
  /** Questions about what was, about what has been up to now, and about what is or will be. */
  readonly past: RegExp;
  readonly perfect: RegExp;
  readonly present: RegExp;
  /** Asks for the earliest, for the newest, and for what is so now or was not long ago. */
  readonly first: RegExp;
  readonly last: RegExp;
  readonly now: RegExp;
  readonly second: Ordinal;
  readonly third: Ordinal;
  /** Asks for what is no longer so, whatever the tense; and only in the past tense. */
  readonly former: RegExp;
  readonly formerInPast: RegExp;
  /** Those of them that ask for the one just before. */
  readonly previous: RegExp;
  /** Asks what became of something. */
  readonly change: RegExp;
  /** Asks when something was that lasted or changed, or how long. */
  readonly when: RegExp;
  /** Asks for advice, or for what was said, and so for what is so now, whatever else it says. */
  readonly plain: RegExp;
  /**
   * An event by which a time is told, in a group named after its relation; `until` is the second one of
   * `between`, `close` says that little time lies between, and `weekend` that the one beside a day is meant.
   */
  readonly anchors: readonly RegExp[];
  /** Anchors of which the whole duration counts: "I lived in Berlin". */
  readonly lasting: RegExp;
  /** Verbs of what lasts. */
  readonly states: RegExp;
  /** Speaks of time and says nothing of what is asked for, as "used to" and "lately". */
  readonly idle: RegExp;
  /** Words that ask for doings of any sort, which leaves the time alone to tell what is meant. */
  readonly anything: ReadonlySet<string>;
  /** Names, which leave it alone, too; none where all nouns are written like names. */
  readonly names: RegExp;
}
