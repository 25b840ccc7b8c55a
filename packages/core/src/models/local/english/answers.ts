import type { AnswerWords } from "../extract/answer-question.ts";

const LEAD = String.raw`(?:.*, |and |so |but |ok(?:ay)?,? |great[,!]? |also,? |then )?`;

function about(question: string): RegExp {
  return new RegExp(`\\b(?:${question})`, "i");
}

function closed(question: string): RegExp {
  return new RegExp(`^${LEAD}${question}$`, "i");
}

/** How English answers are read. */
export const ENGLISH_ANSWERS: AnswerWords = {
  yes: /^(?:yes|yeah|yep|yup|yea|sure|correct|exactly|right|indeed|of course|that'?s (?:right|correct|true)|i do|i am|i have|absolutely|definitely)\b/i,
  no: /^(?:no|nope|nah|not really|not anymore|not any more|never|none|i do not|i don't|i'm not)\b/i,
  open: [
    [
      about(
        "what(?:'s| is) your (?:\\w+ )?name$|who am I (?:talking|speaking)|what (?:should|can|may|do) I call you|how (?:should|may|can) I (?:call|address) you|your name",
      ),
      "My name is {Answer}",
      /^(?:it'?s|just) /i,
    ],
    [
      about(
        "what(?:'s| is) your ((?:[\\w-]+ )+?)(?:called|'s name|name)$|what(?:'s| is) your ([\\w-]+)'s name",
      ),
      "My $1$2 is called {Answer}",
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
      about("how old are you|what(?:'s| is) your age|your age"),
      "I am {answer} years old",
      / years old$/i,
    ],
    [
      about("where do you work|(?:which|what) company|who do you work for|your employer"),
      "I work at {Answer}",
      /^(?:at|for) /i,
    ],
    [
      about(
        "what do you do(?! (?:to|with|when|on|for fun))|what(?:'s| is) your (?:job|occupation|profession)|what kind of work|line of work",
      ),
      "I work as a {answer}",
      /^(?:an?|as an?) /i,
    ],
    [about("allerg(?:y|ies|ic)"), "I am allergic to {answer}", /^(?:to|i'?m allergic to) /i],
    [about("what(?:'s| is| are) your (favou?rite [\\w ]+)"), "My $1 is {Answer}"],
    [
      about("when(?:'s| is) your (birthday|anniversary|wedding)|when were you born"),
      "My birthday is on {Answer}",
      /^(?:on|it'?s on) /i,
    ],
    [
      about(
        "(?:what(?:'s| is) your|do you have a) budget|how much (?:do you want|can you|are you (?:willing|looking)) to spend",
      ),
      "My budget is {answer}",
    ],
    [about("what languages?|which languages?"), "I speak {Answer}"],
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
    [
      about(
        "do you (?:currently )?have (?:any )?(?:pets?|kids|children|siblings|brothers|sisters)",
      ),
      "I have {answer}",
    ],
    [
      about(
        "(?:what|which) (?:kind of |type of |sort of )?[\\w ]+? (?:do|would) you (?:usually |normally )?(like|use|drive|play|prefer|eat|drink|enjoy|study)",
      ),
      "I $1 {answer}",
    ],
  ],
  offers:
    /\b(?:shall|should|may|can|could) (?:I|we)\b|\b(?:do|would) you (?:want|like|need|mean|mind|prefer|know|think|agree|see|remember)\b|\b(?:did|does) (?:that|this|it)\b|\bis (?:that|this|it|there)\b|have (?:any |a |more |other )*(?:questions?|preferences?|time|minute|ideas?)|are you (?:sure|ready|ok|okay|there|asking|looking|interested|talking|referring)/i,
  closed: [
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
      .replace(/^(I .*)\bany\b/i, (_, head: string) =>
        /\bnot\b/.test(head) ? `${head}any` : `${head}some`,
      ),
  isSentence:
    /^(?:i|i'm|i've|im|my|we|our|it|that|this|there|you|he|she|they|what|how|can|could|please|thanks|let)\b(?!t)/i,
};
