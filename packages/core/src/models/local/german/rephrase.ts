import { alternatives } from "../../../text/alternatives.ts";
import { CONDITIONS, findKin, KIN_NOUNS } from "./vocabulary.ts";

const KIN = alternatives(KIN_NOUNS.map((noun) => noun.charAt(0).toUpperCase() + noun.slice(1)));
const THIRD = "ist|hat|wohnt|lebt|arbeitet|studiert|heißt|wird|mag|liebt|isst|spielt|geht|kommt";
const OWNER = String.raw`(?:[Mm]ein|[Uu]nser)\S*`;

/** Ways to put a sentence that hide who or what it is about, and the plain way. */
const REPHRASINGS: readonly (readonly [pattern: RegExp, plain: string])[] = [
  [
    /^(\p{Lu}\p{Ll}+) und ich haben uns (.*)(getrennt|scheiden lassen)/u,
    "ich habe mich $2von $1 $3",
  ],
  [/^(\p{Lu}\p{Ll}+) und ich haben (.*)geheiratet/u, "ich habe $2$1 geheiratet"],
  [/^([^,]*?)(?:war|ist|hatte) mein Geburtstag\b/u, "ich habe $1Geburtstag"],
  [/^(?:[Mm]it |[Vv]on )?(\p{Lu}[\p{L} -]+), das ist (mein\S* Lieblings\p{L}+)/u, "$2 ist $1"],
  [/^(\p{Lu}\p{L}+) (?:habe?|hab) ich (.*?)kein(en|e|s)? mehr\b/u, "ich habe kein$3 $1 mehr"],
  [/^(\d{1,3}) bin ich (.*)geworden/u, "ich bin $2$1 geworden"],

  [
    new RegExp(
      String.raw`^(?:[Dd]er|[Dd]ie|[Dd]as|[Mm]ein\S*) (${CONDITIONS}) \p{Ll}+ (?:.*(?<!\p{L})(?:mir|mich)(?!\p{L})).*$`,
      "u",
    ),
    "ich habe $1",
  ],

  // What somebody cannot stand, eat or take.
  [
    /^(Laktose|Gluten|Milch|Milchprodukte|Fruktose|Histamin|Nüsse|Weizen|Soja) (?:geht|gehen) (?:bei mir |für mich )?(?:gar |leider |überhaupt )*nicht\b/u,
    "ich vertrage $1 nicht",
  ],
  [
    /^([^,]+?) (?:geht|gehen) (?:(?:bei|für) (?:mich|mir|uns) )?(?:gar|überhaupt|absolut) nicht$/u,
    "ich mag $1 nicht",
  ],
  [
    /^([^,]+?) (?:ist|sind|wäre|wären) (?:absolut |gar |leider |halt )?nichts für (?:mich|uns)\b.*$/u,
    "ich mag $1 nicht",
  ],
  [/^([^,]+?) (?:kommt|kommen) (?:für (?:mich|uns) )?nicht in [Ff]rage$/u, "ich will keine $1"],
  [
    /^[Mm]it ([^,]+?) (?:kann|können) (?:ich|wir) (?:leider |gar |so gar )?nichts anfangen$/u,
    "ich mag $1 nicht",
  ],
  [
    /^[Aa]uf ([^,]+?) (?:reagiere|reagier) ich (?:leider )?allergisch$/u,
    "ich bin allergisch gegen $1",
  ],
  [/^(?:[Kk]eine? (?:Lust auf|Bock auf|Fan von) [^,]+), lieber ([^,]+)$/u, "ich bevorzuge $1"],
  [/^(?:habe?|haben|ich habe?) keine Lust auf [^,]+, lieber ([^,]+)$/iu, "ich bevorzuge $1"],

  [
    /^(?:(.*?) )?(?:tut|tun) (?:mir|uns) (.*?)((?:der|die|das|mein\p{Ll}*) \p{Lu}\p{L}+) weh$/u,
    "mir tut $1 $2 $3 weh",
  ],

  // What there is in a household, and where one is going.
  [/^(?:(.*?) )?gibt es (?:bei (?:uns|mir)|zu ?[Hh]ause) (.+)$/u, "$1 haben wir $2"],
  [/^(?:[Bb]ei (?:uns|mir)) gibt es (.+)$/u, "wir haben $1"],
  [
    /^(?:(.*?) )?geht es (?:für (?:mich|uns) )?((?:für (?:\p{Ll}+ |\d+ )?\p{Lu}\p{L}+ )?(?:nach|ans|in die|in den|auf die|zum|zur) \p{Lu}.*)$/u,
    "$1 reise ich $2",
  ],
  [
    /^(\p{Lu}[^,]*?) (?:ist|sind) (?:mir|uns) ((?:sehr |total |wirklich |besonders )?(?:wichtig|egal))$/u,
    "mir sind $1 $2",
  ],

  // Money that comes and goes.
  [
    /^[Nn]etto (?:kommen|kommt|sind|bleiben|habe ich|bekomme ich|verdiene ich|ist)(?: (?:das|es|jetzt|so|etwa|mir|bei mir|da|ungefähr|rund))* (\d[\d.,]*(?: Euro| €)?).*$/u,
    "ich verdiene netto $1",
  ],
  [
    /^(\d[\d.]* (?:Euro|€|Franken)) (?:gehen|geht|fließen|wandern) (jeden Monat |monatlich |pro Monat )?(in|auf) (.+)$/u,
    "ich spare $2$1 $3 $4",
  ],

  [/^(wir .*), (\p{Lu}\p{L}+) und ich$/iu, "$1 mit $2"],

  // "Sonntag ist mein Ruhetag", "Mein Ziel: ein Marathon".
  [
    new RegExp(
      String.raw`^(\p{Lu}[\p{L} -]*?) (ist|sind|wäre) (${OWNER}) ((?:\p{Ll}+ )?\p{Lu}[\p{L}-]+)$`,
      "u",
    ),
    "$3 $4 $2 $1",
  ],
  [/^([Mm]ein\S* (?:\p{Ll}+ )?\p{Lu}[\p{L}-]+): (.+)$/u, "$1 ist $2"],
  [/^(?:[Dd]ie|[Dd]er|[Dd]as) (\p{L}*(?:[Mm]iete)) (ist|liegt|beträgt) (.+)$/u, "meine $1 $2 $3"],
  [/^wir sind (Muslim|Jude|Veganer|Vegetarier|Rentner|Lehrer)(?:e|n)?$/iu, "ich bin $1"],
  [/^wir sind (Christ|Katholik|Protestant|Atheist|Buddhist|Student)en$/iu, "ich bin $1"],
];

const DEMONSTRATIVE = new RegExp(
  String.raw`^(.*?)(?<owner>${OWNER} (?:\p{Ll}+ )?(?<noun>${KIN})(?: (?<name>\p{Lu}\p{Ll}+))?), (?:der|die|das) (?<told>(?:${THIRD})(?: .+)?)$`,
  "u",
);
const NAMED_CHILD = new RegExp(
  String.raw`^(?<lead>.*(?:eine?n?|unser\S*|mein\S*) (?<noun>${KIN}), (?<name>\p{Lu}\p{Ll}+)), (?:der|die|das) (?<told>(?:${THIRD})(?: .+)?)$`,
  "u",
);
const CALLED = new RegExp(
  String.raw`^(.*eine?n? (?:\p{Ll}+ )?(?:${KIN})), (?:der|die|das) (\p{Lu}\p{Ll}+) heißt(.*)$`,
  "u",
);
/** "Knoblauch bitte weglassen, den vertrage ich nicht": "den" is the garlic. */
const THAT = /^(\p{Lu}[\p{L}-]+)(?= )[^,]*, (?:den|die|das) (\p{Ll}+) (ich|wir) (.+)$/u;
/** "Mein Mann und ich": two subjects, of which only one is the user. */
const JOINT = new RegExp(
  String.raw`^(?:ich und )?${OWNER} (?<noun>${KIN})(?: (?<name>\p{Lu}\p{Ll}+))?(?: und ich)? (?<verb>\p{Ll}+n|sind) (?<rest>.+)$`,
  "iu",
);

/** The sentences that a German sentence is made of, each with its subject first. */
export function rephrase(sentence: string): string[] {
  const told = DEMONSTRATIVE.exec(sentence) ?? NAMED_CHILD.exec(sentence);
  if (told?.groups) {
    const { noun = "", name, told: predicate = "" } = told.groups;
    const head = sentence
      .slice(0, sentence.length - predicate.length)
      .replace(/, (?:der|die|das) $/, "");
    return [...rephrase(head), `mein ${noun}${name ? ` ${name}` : ""} ${predicate}`];
  }
  const called = CALLED.exec(sentence);
  if (called) return [`${called[1]} namens ${called[2]}${called[3]}`];
  const that = THAT.exec(sentence);
  if (that) return [`${that[3]} ${that[2]} ${that[1]} ${that[4]}`];
  const joint = / und ich |^ich und /i.test(sentence) ? JOINT.exec(sentence)?.groups : undefined;
  if (joint) return [joinSubjects(joint)];
  const found = REPHRASINGS.find(([pattern]) => pattern.test(sentence));
  return [found ? sentence.replace(found[0], found[1]).replace(/\s+/g, " ").trim() : sentence];
}

function joinSubjects({
  noun = "",
  name,
  verb = "",
  rest = "",
}: Readonly<Record<string, string | undefined>>): string {
  const owned = `${findKin(noun)?.article === "die" ? "meiner" : "meinem"} ${noun}${name ? ` ${name}` : ""}`;
  const parted = /^uns (.*)(getrennt|scheiden lassen)$/u.exec(rest);
  if (parted) return `ich habe mich ${parted[1]}von ${owned} ${parted[2]}`;
  return verb === "sind" ? `wir sind ${rest}` : `wir ${verb} mit ${owned} ${rest}`;
}
