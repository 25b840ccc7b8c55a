import type { Polarity, Statement } from "./claim.ts";
import type { CompiledPattern } from "./claim-pattern.ts";
import type { Slots } from "./compile-pattern.ts";

/** What a predicate claims, without its negation. */
export interface Affirmed {
  /** The predicate as it should be stored: "no longer drinks coffee". */
  readonly text: string;
  /** Without adverbs. */
  readonly bare: string;
  /** Affirmative and without adverbs: "drinks coffee". */
  readonly core: string;
  /** The core in the plainer forms of its verb, for patterns to match: "lives" for "is living". */
  readonly variants?: readonly string[];
  readonly polarity: Polarity;
}

/** How statements of a language are taken apart into claims. */
export interface ClaimGrammar {
  /** The user as the subject of a sentence. */
  readonly user: string;
  /** A subject that belongs to the user, as patterns name it: "S's dog" for "User's dog". */
  readonly toOwned: (subject: string) => string | undefined;
  /** What a clause says, the first that fits. */
  readonly heads: readonly CompiledPattern[];
  /** What may be said behind it: "… with my wife Anna". */
  readonly tails: readonly CompiledPattern[];
  readonly slots: Slots;
  /** A predicate whose complements may be a list: its verb, and the list. */
  readonly listing: RegExp;
  /** Between the items of a list. */
  readonly separator: RegExp;
  /** Tells the patterns that deny something themselves. */
  readonly negation: RegExp;
  /** How a value is denied: "not meat". */
  readonly not: string;
  readonly affirm: (predicate: string) => Affirmed;
  /** The sentence, without a full stop. */
  readonly say: (statement: Statement) => string;
  /** Mends what cutting and pasting did to a sentence. */
  readonly polish: (text: string) => string;
  /** Statements that say together what one says: "is a 42-year-old teacher". */
  readonly takeApart: (statement: Statement) => readonly Statement[];
  /** Whether a subject is somebody, not something: only people have jobs. */
  readonly isPerson: (subject: string) => boolean;
  /** The name by which a subject goes: "Anna" for "Anna, the user's sister,". */
  readonly nameOf: (subject: string) => string;
}
