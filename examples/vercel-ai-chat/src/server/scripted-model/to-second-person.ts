const PRONOUNS: Record<string, string> = {
  "i am": "you are",
  "i was": "you were",
  "i'm": "you're",
  "i've": "you've",
  "i'll": "you'll",
  "i'd": "you'd",
  i: "you",
  me: "you",
  my: "your",
  mine: "yours",
  myself: "yourself",
};

const FORMS: Record<string, string> = {
  is: "are",
  was: "were",
  has: "have",
  does: "do",
  goes: "go",
  "isn't": "aren't",
  "wasn't": "weren't",
  "hasn't": "haven't",
  "doesn't": "don't",
};

/** "I moved to my sister" as the listener says it: "you moved to your sister". */
export function toSecondPerson(said: string): string {
  return said
    .replaceAll("’", "'")
    .replace(/\b(?:I am|I was|I'm|I've|I'll|I'd|I|me|my|mine|myself)\b/gi, (word) => {
      return PRONOUNS[word.toLowerCase()] ?? word;
    });
}

/** "User lives in Berlin" as one says it to that user: "you live in Berlin". */
export function addressUser(memory: string): string {
  return memory
    .replace(/^(?:The )?user's\b/i, "your")
    .replace(
      /^(?:The )?user ((?:no longer|never|always|also|often|still|\w+ly) )?([\w']+)/i,
      (_, adverb: string | undefined, verb: string) => `you ${adverb ?? ""}${toPlural(verb)}`,
    );
}

/** The form of a verb that goes with "you": of the third person, and of any other the verb itself. */
function toPlural(verb: string): string {
  const form = FORMS[verb.toLowerCase()];
  if (form !== undefined) return form;
  if (/[^aeiou]ies$/.test(verb)) return verb.replace(/ies$/, "y");
  if (/(?:ch|sh|ss|x|zz)es$/.test(verb)) return verb.replace(/es$/, "");
  return /[^s]s$/.test(verb) ? verb.slice(0, -1) : verb;
}
