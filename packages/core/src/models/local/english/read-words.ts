import nlp from "compromise/two";
import { correctTags } from "./correct-tags.ts";

/** A word with its part of speech, as compromise tags it. */
export interface Word {
  readonly text: string;
  readonly lower: string;
  readonly tags: ReadonlySet<string>;
  /** The infinitive of a verb, the singular of a noun. */
  readonly root: string;
  /** The punctuation around it, without white space. */
  readonly before: string;
  readonly after: string;
}

interface Term {
  readonly text: string;
  readonly pre: string;
  readonly post: string;
  readonly tags: ReadonlySet<string>;
  readonly root?: string;
  readonly normal: string;
  /** What a contraction stands for: "is" behind the "Rex" of "Rex's asleep". */
  readonly implicit?: string;
}

/** The words of an English text, tagged. */
export function readWords(text: string): Word[] {
  const words: Word[] = [];
  let joined = "";
  const terms = nlp(text).compute("root").docs.flat() as unknown as Term[];
  for (const [index, term] of terms.entries()) {
    const isOwner = isOwnerOfDay(terms, index);
    const isContracted = term.implicit !== undefined && /'s$/i.test(term.text) && !isOwner;
    const isVerb = /^(?:is|has)$/.test(term.implicit ?? "") && !isOwnerOfDay(terms, index - 1);
    const shown = isContracted
      ? term.text.slice(0, -2)
      : term.text || (isVerb ? term.implicit : "");
    if (!shown) {
      // "90kg," is two terms to compromise, the second of which has only the comma.
      const last = words.at(-1);
      if (last) words[words.length - 1] = { ...last, after: last.after + term.post.trim() };
      continue;
    }
    // compromise takes "half-marathon" apart; for us it is one word.
    if (term.post === "-") {
      joined += `${shown}-`;
      continue;
    }
    const word = joined + shown;
    joined = "";
    words.push({
      text: word,
      lower: word.toLowerCase(),
      tags: term.tags,
      root: term.root ?? term.normal,
      before: term.pre.trim(),
      after: term.post.trim(),
    });
  }
  return correctTags(words);
}

/** "Year's" in "New Year's Eve", which compromise 14 reads as "New Year is Eve". */
function isOwnerOfDay(terms: readonly Term[], index: number): boolean {
  const [owner, verb, day] = [terms[index], terms[index + 1], terms[index + 2]];
  return (
    /'s$/i.test(owner?.text ?? "") && verb?.text === "" && /^(?:eve|day)$/i.test(day?.text ?? "")
  );
}

/** The text of words with their punctuation, that at the end left out. */
export function joinWords(words: readonly Word[]): string {
  return words
    .map(({ before, text, after }) => `${before}${text}${after}`)
    .join(" ")
    .replace(/[\s,;:.!?–—-]+$/, "");
}
