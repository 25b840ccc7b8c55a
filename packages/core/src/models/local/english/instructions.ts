import { readWords } from "./read-words.ts";

/** How the user wants to be treated, as a predicate: "wants to be called Max". */
type InstructionPattern = readonly [pattern: RegExp, predicate: string];

const LASTING =
  /\b(?:from now on|from here on|going forward|in (?:the )?future|for (?:all )?future \w+|(?:whenever|every time|each time|when) you \w+|by default|as a rule|ever again|at all times|everywhere|for now|until further notice|at most|max(?:imum)?|no more than|on everything|in every \w+)\b/i;

const POLITE =
  /^(?:(?:please|kindly|just|also|and|but|so|oh|ok|one thing|could you|can you|would you|will you|would it be possible to|I (?:want|need|would like|would prefer) you to|you (?:can|should|must|may|could|have to|need to)|make sure to|make sure you|try to|remember to|feel free to|if (?:possible|you can)|don't you dare|do not you dare)(?: please)?,? )+/i;

/** Verbs that say how to answer, with what they are said of. */
const MANNER: readonly RegExp[] = [
  /^(?:answer|reply|respond|speak|talk|write to me|address me|explain|phrase)\b.*\b(?:in|like|as if|with|without|briefly|shortly|concisely|formally|informally|simply|step by step)\b/i,
  /^(?:keep|skip|leave out|omit|avoid|cut|drop|spare me|stick to|limit|shorten|no)\b.*\b(?:answers?|responses?|repl(?:y|ies)|explanations?|comments?|paragraphs?|sentences?|messages?|intro\w*|jargon|emojis?|lists?|bullet|markdown|steps|lines?|details?|theory|small talk|pleasantries|disclaimers?|apologies|headings?|tables?|fluff|flattery|it (?:short|brief|simple|concise))\b/i,
  /^(?:do not|stop|never|avoid)\b.*\b(?:emojis?|smileys?|bullet|lists?|markdown|tables?|jargon|slang|exclamation|headings?|comments?|disclaimers?|abbreviations?|apologi\w+|phone|ring|text me|sugar-?coat)\b/i,
  /^(?:use|prefer|format|show|write|put|give me|make|state|list|express)\b.*\b(?:metric|imperial|celsius|fahrenheit|kilomet\w+|miles|24-hour|british|american|grams|ounces|cups|bullet points?|plain (?:text|english)|simple (?:language|words|english)|informal|formal|short sentences|type hints|code comments|day-month-year|numbered)\b/i,
  /^(?:give me|show me|write|make|put|list|state|format) (?:\w+ ){0,2}(?:dates?|amounts?|numbers|figures|prices|times|measurements|quantities|answers|code|recipes|examples|results|steps) (?:\w+ ){0,3}(?:in|as|with|without|on)\b/i,
  /^(?:only |just |please )*(?:correct|fix) (?:me|my|only|the|every|all|just|big|serious)\b/i,
  /^(?:just |only )+give me (?:the )?(?:steps|facts|code|answer|result|essentials|numbers|short version|bottom line)\b/i,
  /^(?:only|just) (?:show|return|send|list|tell|give|suggest|recommend)\b/i,
  /^(?:(?:only|just) )?(?:remind|warn|ping|contact|message|email|notify|phone|ring) me\b/i,
  /^(?:be|stay) (?:more |less |very |a bit )?(?:concise|brief|direct|formal|informal|casual|honest|blunt|critical|patient|polite|short|detailed|precise|gentle|strict|encouraging)\b/i,
];

const PATTERNS: readonly InstructionPattern[] = [
  [
    /^(?:[Ee]verybody |[Ee]veryone |[Pp]eople |[Mm]y friends |[Tt]hey |[Mm]ost people |[Jj]ust |always |all my friends )*[Cc]alls? me (?!later|back|when|tomorrow|tonight|at\b|on\b|crazy|a\b|an\b|if\b|about)(\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+)?)\b.*$/u,
    "wants to be called $1",
  ],
  [
    /^I (?:go by|prefer to be called|like to be called|would like to be called|want to be called|prefer) (\p{Lu}\p{Ll}+)(?: instead)?$/u,
    "wants to be called $1",
  ],
  [/^(?:do not|never|stop) call(?:ing)? me (.+)$/i, "does not want to be called $1"],
  [
    /^I (?:prefer|like|want|would like|would prefer) (?:to (?:get|receive|have) )?((?:\w+ ){0,3}(?:answers?|responses?|replies|explanations)(?: .+)?)$/i,
    "prefers $1",
  ],
  [
    /^((?:short|brief|concise|detailed|long|simple)(?:er)? (?:answers|responses|replies|explanations|messages))(?: only)?$/i,
    "prefers $1",
  ],
];

/** "Stop suggesting classes", "no boats please": what is not wanted is not wanted again. */
const REFUSAL =
  /^(?:stop (?:\w+ing)|do not (?:suggest|recommend|mention|offer|propose|include|ask me|tell me|remind me|call me|send|use)) (?!that\b|this\b|it\b)/i;
const NOT_WANTED = /^no (?!thanks|thank|worries|problem|need|rush)[\w-]+(?: [\w-]+){0,4}$/i;

/** Wishes without a verb: "Bullet points from now on please", "Type hints everywhere". */
const BARE_WISH =
  /^(?:no |only |just )?(?:[\w-]+ ){0,3}(?:bullet points?|emojis?|comments?|type hints?|metric(?: units)?|examples?|answers?|replies|explanations?|tables?|lists?|units|steps|links|sources|subtitles|small talk|grams|celsius|fahrenheit|kilos|kilomet(?:er|re)s|miles|ounces|cups)\b(?! (?:is|are|was|were|do|does|did|help|work|would)\b).{0,60}$/i;
const CONTRAST =
  /^(?!(?:it|that|this|I|he|she|the|a|an|no|yes)\b)[\w-]+(?: (?:with|in|by|on|from|for) [\w-]+|(?: [\w-]+){0,3}), not [\w-]+(?: [\w-]+){0,2}$/i;

/**
 * How the user wants to be answered from now on, as predicates about the user; none for a request
 * of the moment. "Always" and the like make any request one that lasts.
 */
export function readInstruction(sentence: string): string | undefined {
  const isPolite = /\bplease\b/i.test(sentence);
  const text = sentence
    .replace(/[.!?]+$/, "")
    .replace(/,? ?\b(?:please|as well|too)\b,?/gi, " ")
    .replace(/\s+/g, " ")
    .trim();
  const plain = text.replace(POLITE, "").replace(/,? (?:otherwise|because|since) .*$/i, "");
  for (const [pattern, predicate] of PATTERNS) {
    if (pattern.test(plain)) return toAssistant(plain.replace(pattern, predicate));
  }
  const isLasting = LASTING.test(plain) || LASTING.test(text);
  const isBare =
    ((isPolite || isLasting) && BARE_WISH.test(plain)) || (isPolite && NOT_WANTED.test(plain));
  if (!isImperative(plain) && (isBare || CONTRAST.test(plain))) {
    return `wants ${toAssistant(lowerFirst(plain))}`;
  }
  const isRequest =
    isImperative(plain) ||
    (isPolite && isLasting) ||
    REFUSAL.test(plain) ||
    CONDITIONAL.test(plain) ||
    (text !== plain && !/^(?:I|we|my|our|the|it)\b/i.test(plain));
  if (!isRequest || !/ /.test(plain) || /^(?:I|we|my)\b/i.test(plain)) return undefined;
  const lead = stripLasting(plain);
  const isOrder = /^(?:always|never) /i.test(plain) && isImperative(plain);
  return isLasting || isOrder || REFUSAL.test(lead) || MANNER.some((manner) => manner.test(lead))
    ? toWish(lead)
    : undefined;
}

const IMPERATIVE =
  /^(?:do not|stop|avoid|use|keep|answer|reply|respond|speak|talk|write|explain|call|address|give|show|make|put|list|format|skip|leave|omit|cut|drop|spare|stick|limit|shorten|correct|fix|remind|warn|ping|contact|message|email|notify|phone|ring|be|stay|include|add|suggest|recommend|tell|treat|quiz|test|teach|assume|round|start|end|begin|ask|check|quote|say|send|translate|stay|refer|focus|mention|offer|propose|bring up|schedule|book|order|plan|from now on|every time you|each time you|in future|amounts|when you|whenever you)\b(?! (?:up|it|in)$)/i;

function isImperative(text: string): boolean {
  return IMPERATIVE.test(
    text.replace(/^(?:always|never|only|just|when you \w+|whenever you \w+) /i, ""),
  );
}

function stripLasting(text: string): string {
  return text
    .replace(/^(?:from now on|from here on|going forward|in (?:the )?future),? /i, "")
    .replace(
      /,? (?:from now on|from here on|going forward|in (?:the )?future|ever again)\b.*$/i,
      "",
    )
    .replace(POLITE, "");
}

/** "When you give me amounts, use grams." */
const CONDITIONAL =
  /^(when you|whenever you|every time you|each time you) ((?:\S+ ){1,6}?\S+?),? (?=(?:do|use|give|keep|put|make|always|never|answer|tell|show|write|add|start|ask|check|please)\b)(.+)$/i;

function toWish(request: string): string {
  const conditional = CONDITIONAL.exec(request);
  if (conditional)
    return toAssistant(
      `wants the assistant to ${conditional[3]} ${(conditional[1] ?? "").toLowerCase()} ${conditional[2]}`,
    );
  const negative = /^(?:do not|stop|no more) (?:ever )?(.+)$/i.exec(request);
  if (negative) return toAssistant(`wants the assistant not to ${infinitive(negative[1] ?? "")}`);
  return toAssistant(`wants the assistant to ${lowerFirst(request)}`);
}

/** "Stop using" as "use". */
function infinitive(text: string): string {
  const [first] = readWords(text);
  return first?.tags.has("Gerund") ? text.replace(first.text, first.root) : text;
}

/** The assistant is spoken to in a request, and spoken of in a fact. */
function toAssistant(predicate: string): string {
  return (
    predicate
      .replace(/\byour\b/gi, "its")
      .replace(/\byourself\b/gi, "itself")
      // Names may go on with letters that \b takes for none: "Iñaki".
      .replace(/(?<!\p{L})me(?!\p{L})/gu, "them")
      .replace(/(?<!\p{L})my(?!\p{L})/giu, "their")
      .replace(/(?<!\p{L})I am(?!\p{L})/gu, "they are")
      .replace(/(?<!\p{L})I(?!\p{L})/gu, "they")
      .replace(/\byou give\b/gi, "it gives")
      .replace(/\byou\b/gi, "it")
      .replace(/\s+/g, " ")
      .trim()
  );
}

function lowerFirst(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

const JOINT =
  /(?<!^(?:from now on|in future|in the future|going forward))(?:, (?:and |but |so )?| and | but | so )(?=(?:please|could you|can you|would you|you can|do not|stop|leave out|skip|only \w+|keep|call me|use|explain)\b|no [\w-]+(?: [\w-]+){0,4}(?:[.!]|$))|, (?=(?:I|we|it|my)\b)|(?<=\bplease), /i;

/** The parts of a sentence, each of which may be a wish of its own. */
export function splitWishes(sentence: string): string[] {
  const isPolite = /\bplease\b/i.test(sentence);
  return sentence
    .split(JOINT)
    .map((part) => (isPolite && NOT_WANTED.test(part) ? `${part} please` : part));
}
