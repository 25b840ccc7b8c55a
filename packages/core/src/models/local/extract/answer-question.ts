/** How answers are read in a language. */
export interface AnswerWords {
  readonly yes: RegExp;
  readonly no: RegExp;
  /** Questions for something, and what the answer says then; the first that fits. `{Answer}` is a name. */
  readonly open: readonly OpenQuestion[];
  /** Questions for yes or no that speak of the assistant's help, not of the user. */
  readonly offers: RegExp;
  /** Questions for yes or no about the user, as what yes and what no says. */
  readonly closed: readonly ClosedQuestion[];
  /** The user, spoken to, as one who speaks: "your" as "my". */
  readonly toFirstPerson: (text: string) => string;
  /** A text that is a sentence of its own and needs no question. */
  readonly isSentence: RegExp;
}

export type OpenQuestion = readonly [question: RegExp, says: string, strip?: RegExp];

export interface ClosedQuestion {
  readonly question: RegExp;
  readonly yes: string;
  readonly no: string;
}

const LONGEST_ANSWER = 12;

/**
 * What an answer says in full, in the first person: "Max" to "What's your name?" is "My name is
 * Max". `undefined` when the question is not about the user or the answer stands for itself.
 */
export function answerQuestion(
  question: string,
  answer: string,
  words: AnswerWords,
): string | undefined {
  const asked = lastQuestion(question);
  const plain = answer.replace(/[.!\s]+$/, "");
  if (!asked || plain.includes("?") || plain.split(/\s+/).length > LONGEST_ANSWER) return undefined;
  const particle = words.yes.exec(plain) ?? words.no.exec(plain);
  const isNo = words.no.test(plain);
  const rest = plain.slice(particle?.[0].length ?? 0).replace(/^[\s,.:;!–-]+/, "");

  if (rest !== "" && !words.isSentence.test(rest) && !isNo) {
    const open = words.open.find(([pattern]) => pattern.test(asked));
    if (open) return fill(open, asked, rest, words);
  }
  if (!particle || words.offers.test(asked)) return undefined;
  for (const { question: pattern, yes, no } of words.closed) {
    const match = pattern.exec(asked);
    if (match) return words.toFirstPerson(asked.replace(pattern, isNo ? no : yes)).trim();
  }
  return undefined;
}

function fill(
  [pattern, says, strip]: OpenQuestion,
  asked: string,
  rest: string,
  words: AnswerWords,
): string {
  const answer = strip ? rest.replace(strip, "") : rest;
  const match = pattern.exec(asked);
  const said = says.replace(/\$(\d)/g, (_, group: string) => match?.[Number(group)] ?? "");
  return words
    .toFirstPerson(said)
    .replace("{answer}", () => answer.charAt(0).toLowerCase() + answer.slice(1))
    .replace("{Answer}", () => answer);
}

/** The last question of a text, without the words that lead to it. */
function lastQuestion(text: string): string | undefined {
  const questions = text.slice(-600).match(/[^.!?\n¿]+\?/g);
  return questions?.at(-1)?.trim().replace(/\?$/, "");
}
