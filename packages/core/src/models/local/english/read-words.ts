import nlp from "compromise/two";

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
  for (const term of nlp(text).compute("root").docs.flat() as unknown as Term[]) {
    const isContracted = term.implicit !== undefined && /'s$/i.test(term.text);
    const isVerb = /^(?:is|has)$/.test(term.implicit ?? "");
    const shown = isContracted
      ? term.text.slice(0, -2)
      : term.text || (isVerb ? term.implicit : "");
    if (!shown) continue;
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
  return words.map((word, index) =>
    correct(word, words.slice(Math.max(0, index - 2), index), words[index + 1]),
  );
}

const MOTION =
  /^(?:go|get|come|drive|walk|cycle|bike|commute|run|travel|ride|went|got|came|drove)$/;

// Slips of compromise 14.17: "live in" behind a conjunction is no adjective, "drive to work" has no
// infinitive.
function correct(word: Word, before: readonly Word[], next: Word | undefined): Word {
  if (word.lower === "live" && next?.tags.has("Preposition")) {
    return { ...word, root: "live", tags: new Set(["Verb", "PresentTense", "Infinitive"]) };
  }
  if (word.lower === "getting")
    return { ...word, root: "get", tags: new Set(["Verb", "PresentTense", "Gerund"]) };
  // Capitals inside of a sentence are names; compromise knows only some of them.
  const isCapital =
    before.length > 0 &&
    /^\p{Lu}\p{Ll}/u.test(word.text) &&
    !/[.!?:]$/.test(before.at(-1)?.after ?? "");
  if (isCapital && !word.tags.has("ProperNoun")) {
    return { ...word, tags: new Set([...word.tags, "ProperNoun"]) };
  }
  const isPlace =
    word.lower === "work" && before[1]?.lower === "to" && MOTION.test(before[0]?.lower ?? "");
  return isPlace ? { ...word, tags: new Set(["Noun", "Singular"]) } : word;
}

/** The text of words with their punctuation, that at the end left out. */
export function joinWords(words: readonly Word[]): string {
  return words
    .map(({ before, text, after }) => `${before}${text}${after}`)
    .join(" ")
    .replace(/[\s,;:.!?–—-]+$/, "");
}
