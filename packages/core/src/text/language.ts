import type { Script } from "./scripts.ts";

/** What is known of a language: its small words, how its words inflect, and what they are about. */
export interface Language {
  readonly script: Script;
  /** Letters that not every language of the script has, in lower case. */
  readonly letters?: string;
  /**
   * Words that tell the language and say nothing about a topic, question words and what memories
   * call the user included. With accents, divided by white space.
   */
  readonly smallWords: string;
  /** A word without its inflection. Takes it in lower case with its accents. */
  readonly stem: (word: string) => string;
  /** Words by what they are about, in any form, divided by white space. */
  readonly topics?: Readonly<Record<string, string>>;
}
