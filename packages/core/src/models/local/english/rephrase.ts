import { EVENT_NOUNS } from "./event-nouns.ts";

const WEIGHT = String.raw`\d[\d.,]* ?(?:kg|kilos?|kilograms|pounds|lbs?|stone)`;

/** Ways to put a clause that hide who or what it is about, and the plain way. */
const REPHRASINGS: readonly (readonly [pattern: RegExp, plain: string])[] = [
  [
    /^((?:and |but )?)(mum|mom|dad|mama|papa|grandma|grandpa|granny|nan|gran) (?=(?:is|was|has|had|died|lives|lived|works|loves|hates|always|never|just|and dad)\b)/i,
    "$1my $2 ",
  ],
  [/^I (?:would (?:describe|call|consider)|consider|see) myself (?:as |to be )?/i, "I am "],
  [/^((?:\S+ ){0,3}\S+) (is|are) (my (?:all-time )?favou?rite [^.,!]+)/i, "$3 $2 $1"],
  [
    /^it is (?:my|our) ((?:\d+(?:st|nd|rd|th)|[\w-]+) (?:wedding )?anniversary) (.+)$/i,
    "my $1 is $2",
  ],
  [/^it is my (\d+(?:st|nd|rd|th))(?: birthday)? (.+)$/i, "my $1 birthday is $2"],
  [
    /^(?:everybody|everyone|the (?:whole|entire) (?:team|company|office)) is (on|in|using) /i,
    "we are $1 ",
  ],
  [/^it is my birthday (.+)$/i, "my birthday is $1"],
  [
    /^they (?:have |are |were )?(\w+ed|put|made|given|got|taken|sent|let) me (?!know\b)(.+)$/i,
    "I was $1 $2",
  ],
  [
    /^(?:there is |there are )?no more ((?:[\w-]+ ){0,3}?[\w-]+)(?: for me)?$/i,
    "I no longer have $1",
  ],
  [new RegExp(`^(?:I am )?(?:down|up) to (${WEIGHT})(?: from [\\d.]+)?(.*)$`, "i"), "I weigh $1$2"],
  [new RegExp(`^(${WEIGHT})(?: (?:this morning|today|on the scales?))?$`, "i"), "I weigh $1"],
  [
    new RegExp(
      String.raw`^(?:the )?(?!my |our |your |his |her )((?:[\w-]+ ){0,2}(?:${EVENT_NOUNS})) (is|are|was|has been) (?=(?:the \d|on|at|in|next|this|tomorrow|a week|moved|postponed|rescheduled|cancell?ed|called off|\d)\b)(.+)$`,
      "i",
    ),
    "my $1 $2 $3",
  ],
  [/^((?:\S+ ){0,2}\S+) (?:is|are) (?:not my thing|not for me)$/i, "I do not like $1"],
  [/^what works (?:best )?for me is (.+)$/i, "I do best with $1"],
  [
    /^we are ((?:about |around )?\d+ (?:people|employees|engineers|developers|staff))(.*)$/i,
    "our team has $1$2",
  ],
];

/** A clause with its subject first; as it was when it is plain already. */
export function rephrase(clause: string): string {
  const plain = clause.replace(/[.!]+$/, "");
  const found = REPHRASINGS.find(([pattern]) => pattern.test(plain));
  return found ? plain.replace(found[0], found[1]) : clause;
}
