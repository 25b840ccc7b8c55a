/** How answers are read in a language. */
export interface AnswerWords {
  readonly yes: RegExp;
  readonly no: RegExp;
  /** Questions for something, and what the answer says then; the first that fits. */
  readonly open: readonly OpenQuestion[];
  /** Questions for yes or no that speak of the assistant's help, not of the user. */
  readonly offers: RegExp;
  /** Questions for yes or no about the user, as what yes and what no says. */
  readonly closed: readonly ClosedQuestion[];
  /** The user, spoken to, as one who speaks: "your" as "my". */
  readonly toFirstPerson: (text: string) => string;
  /** A text that is a sentence of its own and needs no question. */
  readonly isSentence: RegExp;
  /** A text with a clause in it is no mere name or thing. */
  readonly hasVerb: RegExp;
  /** Where an answer goes on with a sentence of its own: "Firefox, and we are on Linux". */
  readonly goesOn: RegExp;
}

/**
 * A question, what its answer says, and what the answer may repeat of the question. `$1` stands for
 * a group of the question, `{Answer}` for the answer, `{answer}` for one that begins with no name.
 */
export type OpenQuestion = readonly [question: RegExp, says: string, repeats?: RegExp];

interface ClosedQuestion {
  readonly question: RegExp;
  readonly yes: string;
  readonly no: string;
}

/** An answer in full, in the first person. */
export interface FullAnswer {
  readonly text: string;
  /** Whether it says everything that the answer said. */
  readonly isWhole: boolean;
}

const LONGEST_ANSWER = 14;

/**
 * What an answer says in full: "Max" to "What's your name?" is "My name is Max". `undefined` when
 * the question is not about the user or the answer stands for itself.
 */
export function answerQuestion(
  question: string,
  answer: string,
  words: AnswerWords,
): FullAnswer | undefined {
  const asked = lastQuestion(question);
  const plain = answer.replace(/[.!\s]+$/, "");
  if (!asked || plain.includes("?")) return undefined;
  const [core = ""] = plain.split(words.goesOn);
  if (core.split(/\s+/).length > LONGEST_ANSWER) return undefined;
  const particle = words.yes.exec(plain) ?? words.no.exec(plain);
  const isNo = words.no.test(plain);
  const rest = plain.slice(particle?.[0].length ?? 0).replace(/^[\s,.:;!–-]+/, "");

  const isBare = !words.isSentence.test(rest) && !words.hasVerb.test(core);
  if (rest !== "" && isBare && !isNo) {
    const open = words.open.find(([pattern]) => pattern.test(asked));
    if (open) return { text: fill(open, asked, rest, words), isWhole: true };
  }
  if (!particle || words.offers.test(asked) || !isPlain(asked)) return undefined;
  for (const { question: pattern, yes, no } of words.closed) {
    if (!pattern.test(asked)) continue;
    const text = words.toFirstPerson(asked.replace(pattern, isNo ? no : yes)).trim();
    return { text, isWhole: rest === "" };
  }
  return undefined;
}

function fill(
  [pattern, says, repeats]: OpenQuestion,
  asked: string,
  rest: string,
  words: AnswerWords,
): string {
  const answer = repeats ? rest.replace(repeats, "") : rest;
  const match = pattern.exec(asked);
  const said = says.replace(/\$(\d)/g, (_, group: string) => match?.[Number(group)] ?? "");
  return words
    .toFirstPerson(said)
    .replace(/\s+/g, " ")
    .replace("{answer}", () => answer.charAt(0).toLowerCase() + answer.slice(1))
    .replace("{Answer}", () => answer);
}

const LONGEST_QUESTION = 12;

/** Whether a question asks one thing. */
function isPlain(question: string): boolean {
  return question.split(/\s+/).length <= LONGEST_QUESTION && !/, (?:or|oder|o) /.test(question);
}

/** The last question of a text, without the words that lead to it. */
function lastQuestion(text: string): string | undefined {
  const questions = text.slice(-600).match(/[^.!?\n¿]+\?/g);
  return questions?.at(-1)?.trim().replace(/\?$/, "");
}
