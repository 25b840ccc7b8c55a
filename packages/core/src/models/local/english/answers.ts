import type { AnswerWords, OpenQuestion } from "../extract/answer-question.ts";

const LEAD = String.raw`(?:.*, |and |so |but |ok(?:ay)?,? |great[,!]? |also,? |then )?`;

function about(question: string): RegExp {
  return new RegExp(`\\b(?:${question})`, "i");
}

function closed(question: string): RegExp {
  return new RegExp(`^${LEAD}${question}$`, "i");
}

/** Questions for one property. */
const PROPERTIES: readonly OpenQuestion[] = [
  [
    about("what(?:'s| is) in (?:there|it)$|what(?: [\\w-]+){0,2} (?:do|have) you (?:have|got)\\b"),
    "I have {answer}",
    /^(?:just|only|i have|i've got) /i,
  ],
  [
    about(
      "what(?:'s| is) your (?:full |first |last )?name$|who am I (?:talking|speaking)|what (?:should|can|may|do) I call you|how (?:should|may|can) I (?:call|address) you|^your name",
    ),
    "My name is {Answer}",
    /^(?:it'?s|just) /i,
  ],
  [
    about(
      "what(?:'s| is) (your (?:[\\w-]+ )+?)(?:called|name)$|what(?:'s| is) (your [\\w-]+)'s name",
    ),
    "$1$2 is called {Answer}",
  ],
  [
    about(
      "where (?:do|are) you (?:currently |now )?(?:live|living|based|located|staying)|(?:which|what) (?:city|town|country|area) (?:do|are) you",
    ),
    "I live in {Answer}",
    /^(?:in|near|at|it'?s) /i,
  ],
  [
    about("where (?:are|do) you (?:come )?(?:originally )?from|where did you grow up"),
    "I am from {Answer}",
    /^(?:from|in) /i,
  ],
  [
    about("how old are you|what(?:'s| is) your age|^your age"),
    "I am {Answer} years old",
    / years old$/i,
  ],
  [
    about("where do you work|(?:which|what) company|who do you work for|your employer"),
    "I work at {Answer}",
    /^(?:at|for) /i,
  ],
  [
    about(
      "what do you do(?! (?:to|with|when|on|in|for fun|after|about))|what(?:'s| is) your (?:job|occupation|profession)|what kind of work|line of work",
    ),
    "I work as a {answer}",
    /^(?:an?|as an?) /i,
  ],
  [about("allerg(?:y|ies|ic)"), "I am allergic to {answer}", /^(?:to|i'?m allergic to) /i],
  [
    about("when(?:'s| is) your (birthday|anniversary|wedding)|when were you born"),
    "My birthday is on {Answer}",
    /^(?:on|it'?s on) /i,
  ],
  [
    about(
      "(?:what(?:'s| is) your|do you have a) budget|how much (?:do you want|can you|are you (?:willing|looking)) to spend",
    ),
    "My budget is {Answer}",
  ],
  [about("(?:what|which|other) languages?"), "I speak {Answer}"],
  [
    about(
      "what are your hobbies|what do you (?:like|enjoy|do) (?:to do|doing|for fun)|your hobbies",
    ),
    "I enjoy {answer}",
  ],
  [
    about(
      "diet(?:ary)? (?:preferences?|restrictions?|needs?|requirements?)|follow (?:a|any) (?:\\w+ )?diet",
    ),
    "I am {answer}",
  ],
];

const VERB =
  "like|use|drive|play|prefer|eat|drink|enjoy|study|have|own|take|speak|watch|read|listen to|train|exercise|run|work|sleep|sit|cook|go|do|travel|practi[sc]e|wear|keep|need|want|earn|make|pay|spend|grow|live|get up|commute|start|finish";

/** What is asked of a thing, and told of "it": "It's an app that recognises birdsong". */
const THINGS: readonly OpenQuestion[] = [
  [
    about(
      "(?:what(?:'s| is| are| does| do)|tell me (?:more )?about) (?:your|the) ((?:[\\w-]+ ){0,2}?[\\w-]+)(?: do| about| like)?$",
    ),
    "My $1 is {answer}",
    /^(?:it'?s|it is|they'?re|they are) /i,
  ],
];

/** Questions that their own words turn into a statement: "When can you train?", "I can train …". */
const TURNED: readonly OpenQuestion[] = [
  [about("what(?:'s| is| are) (your [\\w ]+)$"), "$1 is {Answer}"],
  [
    about("how many ([\\w ]+?) do you (have|own|eat|drink|take|need|speak|work)"),
    "I $2 {answer} $1",
  ],
  [
    about(
      `(?:what|which)(?: (?:kind|type|sort)s? of)?(?: [\\w-]+){0,3} do you (?:usually |normally |currently |typically |mostly )*(${VERB})\\b(?! to\\b)`,
    ),
    "I $1 {answer}",
  ],
  [about(`(?:what|which)(?: [\\w-]+){1,2} you (?:usually |currently )?(${VERB})`), "I $1 {Answer}"],
  [
    about("(?:what|which)(?: [\\w-]+){0,3} (?:are|have) you (been )?(\\w+ing)$"),
    "I am $2 {answer}",
  ],
  [
    about(
      `(?:when|where|how often|how|what time|which days?) (?:do|are|will) you (?:usually |normally |currently |typically )*(${VERB})\\b([\\w ]*)$`,
    ),
    "I $1$2 {answer}",
  ],
  [
    about(
      `(?:when|where|how often|what time|which days?) (can|could|will) you (?:usually )?(${VERB})\\b([\\w ]*)$`,
    ),
    "I $1 $2$3 {answer}",
  ],
  [
    about("how long have you (?:been |had )?([\\w ]+)$"),
    "I have been $1 for {answer}",
    /^(?:for|about) /i,
  ],
  [
    new RegExp(
      `^${LEAD}do you (?:currently )?(speak|play|take|use|own|eat|drink|follow|have)(?: [\\w ]+)?$`,
      "i",
    ),
    "I $1 {answer}",
  ],
];

/** Topics that a question names without a verb: "How about drinks?", "Any pets?" */
const TOPICS: readonly OpenQuestion[] = (
  [
    ["drinks?|coffee|alcohol", "I drink {answer}"],
    ["food|diet|meals|eating|snacks", "I eat {answer}"],
    ["(breakfast|lunch|dinner|supper)", "I have {answer} for $1"],
    ["sports?|exercise|workouts?|training", "I do {answer}"],
    ["medications?|medicines?|supplements?|pills", "I take {answer}"],
    ["(?:any |other )*(?:pets?|kids|children|siblings|brothers|sisters)", "I have {answer}"],
    ["hobbies|interests", "I enjoy {answer}"],
    ["languages", "I speak {Answer}"],
    ["work|job", "I work as a {answer}"],
    ["sleep", "I sleep {answer}"],
  ] as const
).map(([topic, says]) => [
  new RegExp(
    `^${LEAD}(?:(?:how|what) about |and |any )+(?:your )?(?:${topic})(?: (?:do you have|at all))?$`,
    "i",
  ),
  says,
]);

/** How English answers are read. */
export const ENGLISH_ANSWERS: AnswerWords = {
  yes: /^(?:yes|yeah|yep|yup|yea|sure|correct|exactly|right|indeed|of course|that'?s (?:right|correct|true)|i do|i am|i have|absolutely|definitely)\b/i,
  no: /^(?:no|nope|nah|not really|not anymore|not any more|never|none|i do not|i don't|i'm not)\b/i,
  open: [
    ...PROPERTIES,
    [about("what(?:'s| is| are) your (favou?rite [\\w ]+)"), "My $1 is {Answer}"],
    ...TOPICS,
    ...TURNED,
    ...THINGS,
  ],
  offers:
    /\b(?:shall|should|may|can|could) (?:I|we)\b|\b(?:do|would) you (?:want|like|need|mean|mind|prefer|know|think|agree|see|remember)\b|\b(?:did|does) (?:that|this|it)\b|\bis (?:that|this|it|there)\b|have (?:any |a |more |other )*(?:questions?|preferences?|time|minute|ideas?)|are you (?:sure|ready|ok|okay|there|asking|looking|interested|talking|referring)/i,
  closed: [
    // "Metformin is what most get; are you on that?"
    {
      question: /^(?:.*[.;,] )?(\p{Lu}\p{Ll}+) is .*[;,] are you (?:on|taking|using) (?:that|it)$/u,
      yes: "I take $1",
      no: "I do not take $1",
    },
    {
      question: closed(String.raw`are you still (.+)`),
      yes: "I am still $1",
      no: "I am no longer $1",
    },
    {
      question: closed(String.raw`(?:are you|you are|you're|youre) (.+)`),
      yes: "I am $1",
      no: "I am not $1",
    },
    { question: closed(String.raw`do you still (.+)`), yes: "I still $1", no: "I no longer $1" },
    {
      question: closed(
        String.raw`(?:do you|you(?= (?:live|work|have|like|love|eat|drink|play|speak|use|own|prefer|study))) ?(.+)`,
      ),
      yes: "I $1",
      no: "I do not $1",
    },
    {
      question: closed(String.raw`(?:have you|you have|you've) (.+)`),
      yes: "I have $1",
      no: "I have not $1",
    },
    {
      question: closed(String.raw`(?:is your|your) (.+?) (is )?(.+)`),
      yes: "My $1 is $3",
      no: "My $1 is not $3",
    },
  ],
  toFirstPerson: (text) =>
    text
      .replace(/\byourself\b/gi, "myself")
      .replace(/\byours\b/gi, "mine")
      .replace(/\byour\b/gi, "my")
      .replace(/^my\b/, "My")
      .replace(/^(I .*)\bany\b/i, (_, head: string) =>
        /\bnot\b/.test(head) ? `${head}any` : `${head}some`,
      ),
  isSentence:
    /^(?:i|i'm|i've|im|my|we|our|it(?! is an?\b|'s an?\b)|it's(?! an?\b)|that|that's|this|there|you|he|she|they|what|how|can|could|please|thanks|thank|let|great|cool|nice|ok|okay|not|hm+|well|wow|haha|lol|ah|oh|sounds|good|perfect|same|why|because|depends|maybe)\b/i,
  hasVerb:
    /\b(?:is|are|was|were|am|has|have|had|does|did|will|would|can|could|should)\b|'s \w+ing\b/i,
  goesOn:
    /,? (?:and|but|so|because|though) (?=(?:i|we|my|our|it|he|she|they)\b)|, (?=(?:i|we|it|that|he|she|they|the [\w-]+ \w+s)\b)|; | - /i,
};
