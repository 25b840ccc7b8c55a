/** How the user wants to be treated, as a clause: "wants to be called Max". */
type InstructionPattern = readonly [pattern: RegExp, predicate: string];

const LASTING = String.raw`(?:from now on|from here on|going forward|in (?:the )?future|for (?:all )?future (?:answers|replies|conversations)|whenever (?:I|you)\b[^,]*|every time (?:I|you)\b[^,]*|by default|as a rule),? ?`;
const POLITE = String.raw`(?:(?:please|kindly|just|also|and|but|could you|can you|would you|will you|I (?:want|need|would like) you to|you should|you must|make sure to|try to|remember to) ?,? ?)*`;
const ANSWERING = String.raw`(?:answer|reply|respond|speak|talk|write to me|address me|explain|address|call)`;
const STYLE = String.raw`(?:emojis?|emoticons?|smileys|bullet ?points?|lists|markdown|tables|jargon|slang|swear\w*|exclamation (?:marks|points)|headings?|headers|metric|imperial|celsius|fahrenheit|kilomet\w+|miles|24-hour|british|american|formal|informal|simple (?:language|words|english)|footnotes|code comments|abbreviations|disclaimers|apologi\w+)`;

const PATTERNS: readonly InstructionPattern[] = [
  [
    /^(?:you can |you may |just |everybody |everyone |people |my friends )*calls? me (?!later|back|when|tomorrow|tonight|at\b|on\b|crazy|a\b|an\b)(.+)$/i,
    "wants to be called $1",
  ],
  [/^(?:do not|never|stop) call(?:ing)? me (.+)$/i, "does not want to be called $1"],
  [
    /^I (?:prefer|like|want|would like|would prefer) (?:to (?:get|receive|have) )?((?:\w+ ){0,3}(?:answers?|responses?|replies|explanations)(?: .+)?)$/i,
    "prefers $1",
  ],
  [
    /^(short|brief|concise|detailed|long|simple)(?:er)? (answers|responses|replies|explanations)(?: only)?$/i,
    "prefers $1 $2",
  ],
  [
    new RegExp(
      String.raw`^(?:do not|never|stop|avoid|no more) (?:ever )?(?:use |using |include |including |add |adding |give me |giving me |write |writing |with )?(?:any )?(${STYLE}.*)$`,
      "i",
    ),
    "wants the assistant not to use $1",
  ],
  [
    new RegExp(
      String.raw`^(?:always )?(?:use|prefer|stick to|format \w+ (?:with|as|in)) ((?:the )?${STYLE}.*)$`,
      "i",
    ),
    "wants the assistant to use $1",
  ],
  [/^(always|never) (?!been\b)(?!\w+(?:ing|ed)\b)(.+)$/i, "wants the assistant to $1 $2"],
  [
    /^(?:do not|stop) (?:ever )?(.+?)(?: (?:ever again|again|anymore))$/i,
    "wants the assistant not to $1",
  ],
  [
    /^(keep (?:your |the |all )?(?:answers|responses|replies|explanations|messages)\b.+)$/i,
    "wants the assistant to $1",
  ],
  [
    new RegExp(
      String.raw`^(${ANSWERING} (?:only |always |to me )*(?:in|like|as if|with|briefly|shortly|concisely|formally|informally)\b.*)$`,
      "i",
    ),
    "wants the assistant to $1",
  ],
  [
    /^(be (?:more |less |very )?(?:concise|brief|direct|formal|informal|casual|honest|blunt|critical|patient|polite|short|detailed|precise)\b.*)$/i,
    "wants the assistant to $1",
  ],
];

/**
 * How the user wants to be answered from now on; `undefined` for a request of the moment.
 *
 * "Always" and the like make any request one that lasts.
 */
export function readInstruction(sentence: string): string | undefined {
  const lasting = new RegExp(
    String.raw`^${POLITE}${LASTING}|,? ?${LASTING.replace(",? ?", "")}$`,
    "i",
  );
  const isLasting = lasting.test(sentence);
  const plain = sentence
    .replace(/[.!?]+$/, "")
    .replace(lasting, "")
    .replace(new RegExp(`^${POLITE}`, "i"), "")
    .replace(/,? please$/i, "")
    .replace(/^please /i, "");
  for (const [pattern, predicate] of PATTERNS) {
    if (pattern.test(plain)) return toAssistant(plain.replace(pattern, predicate));
  }
  if (!isLasting || /^(?:I|we|my)\b/i.test(plain)) return undefined;
  const negative = /^(?:do not|stop) (.+)$/i.exec(plain);
  return toAssistant(
    negative
      ? `wants the assistant not to ${negative[1]}`
      : `wants the assistant to ${lowerFirst(plain)}`,
  );
}

/** The assistant is spoken to in a request, and spoken of in a fact. */
function toAssistant(predicate: string): string {
  return predicate
    .replace(/\byour\b/gi, "its")
    .replace(/\byourself\b/gi, "itself")
    .replace(/\bme\b/g, "them")
    .replace(/\bmy\b/gi, "their")
    .replace(/\bI am\b/g, "they are")
    .replace(/\bI\b/g, "they")
    .replace(/\byou\b/gi, "it")
    .replace(
      /^(\S+ the assistant (?:not )?to )(\p{Lu})/u,
      (_, head: string, letter: string) => head + letter.toLowerCase(),
    );
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
