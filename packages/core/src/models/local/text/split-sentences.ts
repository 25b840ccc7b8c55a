/** A sentence of a message: `quote` stands in the message exactly so, `text` is what to read of it. */
export interface Sentence {
  readonly text: string;
  readonly quote: string;
}

/** What is read of one message, in characters: people tell about themselves at the beginning. */
const LONGEST_MESSAGE = 20_000;
/** A sentence beyond this is a log, a table or an attack. */
const LONGEST_SENTENCE = 600;

/**
 * The sentences that the writer says in their own voice, in order.
 *
 * Code, links, replied-to lines, tables and longer quotations are left out, because they speak for somebody
 * else. Reads the beginning of huge messages only.
 */
export function splitSentences(message: string): Sentence[] {
  const raw = message.slice(0, LONGEST_MESSAGE);
  const text = blankForeignText(evenOut(raw));
  const sentences: Sentence[] = [];
  let start = 0;
  for (const end of sentenceEnds(text)) {
    const sentence = trimSentence(text, raw, start, end);
    if (sentence) sentences.push(sentence);
    start = end;
  }
  return sentences;
}

// Each replacement keeps the length, so that offsets into the message stay true.
function evenOut(text: string): string {
  return text
    .replace(/[’‘´](?=\p{L})|(?<=\p{L})[’`](?=\p{L})|(?<=s)’/gu, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/[\u00A0\u202F\t\r]/g, " ");
}

const FOREIGN: readonly RegExp[] = [
  /```[^]*?(?:```|$)/g,
  /^ *>.*$/gm,
  /^ *\|.*\| *$/gm,
  /\b(?:https?:\/\/|www\.)\S+/g,
  /"(?:[^"\s]+\s+){5,}[^"]*"/g,
  /(?<=(?:: ?|\b(?:said|says|say|asked|wrote|sagte|sagt|meinte|schrieb|dijo|dice|preguntó)[,:]? ))"[^"\n]*"/g,
];

function blankForeignText(text: string): string {
  return FOREIGN.reduce(
    (rest, pattern) => rest.replace(pattern, (match) => match.replace(/[^\n]/g, " ")),
    text,
  );
}

const ABBREVIATION =
  /(?:^|[\s(])(?:dr|mr|mrs|ms|st|prof|vs|approx|etc|e\.g|i\.e|nr|ca|bzw|z\. ?b|d\. ?h|u\.s|sr|sra|ud|\p{Lu})$/iu;
const GERMAN_MONTH =
  /^(?:januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember)/i;

function sentenceEnds(text: string): number[] {
  const ends: number[] = [];
  for (const match of text.matchAll(/[.!?…؟।]+["')\]]*(?=\s|$)|[。！？]+[」』”）]*|\n+/g)) {
    const end = match.index + match[0].length;
    if (
      match[0].startsWith("\n") ? breaksLine(text, match.index, end) : !isDot(text, match.index)
    ) {
      ends.push(end);
    }
  }
  ends.push(text.length);
  return ends;
}

/** Whether a line break ends a sentence: not where running text was merely wrapped. */
function breaksLine(text: string, start: number, end: number): boolean {
  const wrapped = end - start === 1 && /[\p{Ll},]$/u.test(text.slice(0, start).slice(-1));
  return !wrapped || !/^\p{Ll}/u.test(text.slice(end, end + 1));
}

/** Whether a full stop belongs to an abbreviation, an initial or a German ordinal. */
function isDot(text: string, index: number): boolean {
  if (text[index] !== "." || text[index + 1] === ".") return false;
  const before = text.slice(Math.max(0, index - 12), index);
  const after = text.slice(index + 1, index + 14).trimStart();
  if (/\d$/.test(before)) return GERMAN_MONTH.test(after) || /^\p{Ll}/u.test(after);
  return ABBREVIATION.test(before) && after !== "" && !/^(?:I|Ich|Yo)\b/.test(after);
}

function trimSentence(text: string, raw: string, start: number, end: number): Sentence | undefined {
  const piece = text.slice(start, end);
  const lead = /^[\s\-*•–—#]*(?:\d{1,2}[.)] )?/.exec(piece)?.[0].length ?? 0;
  const body = piece.slice(lead).trimEnd();
  if (!/\p{L}|\d/u.test(body) || body.length > LONGEST_SENTENCE) return undefined;
  const from = start + lead;
  return {
    text: body
      .replace(/["*]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "")
      .replace(/\s+/g, " ")
      .trim(),
    quote: raw.slice(from, from + body.length),
  };
}
