import type { AnswerWords } from "../extract/answer-question.ts";

const LEAD = String.raw`(?:.*, |und |also |aber |ok(?:ay)?,? |dann )?`;

/** Verbs as they are asked with and answered with. */
const VERBS: readonly (readonly [asked: string, formal: string, told: string])[] = [
  ["nimmst", "nehmen", "nehme"],
  ["machst", "machen", "mache"],
  ["spielst", "spielen", "spiele"],
  ["fährst", "fahren", "fahre"],
  ["sprichst", "sprechen", "spreche"],
  ["lernst", "lernen", "lerne"],
  ["nutzt", "nutzen", "nutze"],
  ["benutzt", "benutzen", "benutze"],
  ["verwendest", "verwenden", "verwende"],
  ["trainierst", "trainieren", "trainiere"],
  ["kochst", "kochen", "koche"],
  ["lebst", "leben", "lebe"],
  ["trägst", "tragen", "trage"],
  ["verträgst", "vertragen", "vertrage"],
  ["magst", "mögen", "mag"],
  ["sparst", "sparen", "spare"],
  ["zahlst", "zahlen", "zahle"],
  ["studierst", "studieren", "studiere"],
  ["reist", "reisen", "reise"],
];

function about(question: string): RegExp {
  return new RegExp(question, "i");
}

function closed(question: string): RegExp {
  return new RegExp(`^${LEAD}${question}$`, "i");
}

/** How German answers are read. */
export const GERMAN_ANSWERS: AnswerWords = {
  yes: /^(?:ja|jep|jo|klar|genau|stimmt|richtig|korrekt|natürlich|auf jeden Fall|doch)(?!\p{L})/iu,
  no: /^(?:nein|nee|nö|nicht wirklich|nicht mehr|nie|niemals|keine?)(?!\p{L})/iu,
  open: [
    [
      about(
        "wie (?:heißt du|heißen Sie|ist (?:dein|Ihr) (?:Vor)?name)|(?:dein|Ihr) Name|wie (?:darf|soll|kann) ich (?:dich|Sie) (?:nennen|ansprechen)|mit wem",
      ),
      "Ich heiße {Answer}",
    ],
    [about("wie heißt ((?:deine?|Ihre?) [A-Za-zÄÖÜäöüß ]+)$"), "$1 heißt {Answer}"],
    [
      about("wo (?:wohnst|lebst) du|wo (?:wohnen|leben) Sie|in welcher Stadt"),
      "Ich wohne in {Answer}",
      /^in /i,
    ],
    [
      about("woher (?:kommst|stammst) du|woher (?:kommen|stammen) Sie"),
      "Ich komme aus {Answer}",
      /^aus /i,
    ],
    [
      about("wie alt (?:bist du|sind Sie)|(?:dein|Ihr) Alter"),
      "Ich bin {Answer} Jahre alt",
      / Jahre?(?: alt)?$/i,
    ],
    [
      about("wo arbeite(?:st du|n Sie)|bei welche[rm]"),
      "Ich arbeite bei {Answer}",
      /^(?:bei|beim|für) /i,
    ],
    [
      about(
        "was (?:machst du|machen Sie) (?:denn )?(?:so )?beruflich|was (?:arbeitest du|arbeiten Sie)|was (?:bist du|sind Sie) von Beruf|(?:dein|Ihr) Beruf|als was",
      ),
      "Ich arbeite als {Answer}",
      /^(?:als |ich bin )/i,
    ],
    [
      about("Allergie|allergisch|Unverträglichkeit"),
      "Ich bin allergisch gegen {Answer}",
      /^gegen /i,
    ],
    [about("was ist (?:dein|deine|Ihr|Ihre) (Lieblings[A-Za-zÄÖÜäöüß]+)"), "Mein $1 ist {Answer}"],
    [about("wann (?:hast du|haben Sie) Geburtstag"), "Ich habe am {Answer} Geburtstag", /^am /i],
    [about("Budget"), "Mein Budget ist {Answer}"],
    [about("welche Sprachen"), "Ich spreche {Answer}"],
    [
      about("(?:hast du|haben Sie) (?:eigentlich )?(?:Haustiere|Kinder|Geschwister|ein Haustier)"),
      "Ich habe {answer}",
    ],
    [
      about(
        "^(?:und )?(?:gibt es|hast du|habt ihr|haben Sie) .*(?:Polster|Rücklagen?|Erspart|Ersparnisse|Schulden|Kredit|Erkrankung|Beschwerden|Haustier|Gerät|Hanteln|Ausrüstung|Versicherung|Instrument)",
      ),
      "Ich habe {answer}",
    ],
    [
      about(
        "(?:welche|was für) .*(?:mögt ihr|magst du|mögen Sie)|was (?:isst du|esst ihr|essen Sie) (?:am liebsten|gerne?)",
      ),
      "Ich mag {Answer}",
    ],
    [about("nicht (?:isst|essen|esst|magst|mögen|mögt)$"), "Ich mag {Answer} nicht"],
    [
      about(
        "welche[nrs]? [A-Za-zÄÖÜäöüß]+ (?:nutzt|benutzt|verwendest|nutzen|verwenden) (?:du|ihr|Sie)",
      ),
      "Ich nutze {Answer}",
    ],
    [about("wann (?:ist|war) ((?:deine?|Ihre?) [A-Za-zÄÖÜäöüß]+)$"), "$1 ist am {Answer}", /^am /i],
    [about("Hobbys|was machst du gerne|Freizeit"), "Ich mag {Answer}"],
    [about("wie ernährst du dich|Ernährungs(?:weise|form)"), "Ich bin {Answer}"],
  ],
  offers:
    /(?<!\p{L})(?:soll|kann|darf|sollen) (?:ich|wir)(?!\p{L})|(?:möchtest|willst|brauchst|meinst|weißt|kennst) du|(?:möchten|wollen|brauchen|meinen|wissen|kennen) Sie|(?:ist|war) (?:das|es)|hilft (?:das|dir|Ihnen)|(?:hast du|haben Sie) (?:noch )?(?:eine )?(?:Frage|Wünsche|Vorlieben|Zeit)|sicher/iu,
  closed: [
    {
      question: closed("(?:bist du|sind Sie) noch (.+)"),
      yes: "Ich bin noch $1",
      no: "Ich bin nicht mehr $1",
    },
    {
      question: closed("(?:bist du|sind Sie|du bist|Sie sind) (?:also |denn |eigentlich )?(.+)"),
      yes: "Ich bin $1",
      no: "Ich bin kein $1",
    },
    {
      question: closed("(?:hast du|haben Sie|du hast) (?:also |denn |eigentlich )?(eine?n? .+)"),
      yes: "Ich habe $1",
      no: "Ich habe k$1",
    },
    {
      question: closed("(?:hast du|haben Sie|du hast) (?:also |denn |eigentlich )?(.+)"),
      yes: "Ich habe $1",
      no: "Ich habe keine $1",
    },
    {
      question: closed("(?:isst du|essen Sie|du isst) (?:also |denn |eigentlich )?(.+)"),
      yes: "Ich esse $1",
      no: "Ich esse keinen $1",
    },
    {
      question: closed("(?:trinkst du|trinken Sie|du trinkst) (?:also |denn |eigentlich )?(.+)"),
      yes: "Ich trinke $1",
      no: "Ich trinke keinen $1",
    },
    {
      question: closed("(?:wohnst du|wohnen Sie) (?:denn |eigentlich )?allein.*"),
      yes: "Ich wohne allein",
      no: "Ich wohne nicht allein",
    },
    {
      question: closed("(?:wohnst du|wohnen Sie|du wohnst) (?:also |denn |eigentlich )?noch (.+)"),
      yes: "Ich wohne noch $1",
      no: "Ich wohne nicht mehr $1",
    },
    {
      question: closed("(?:wohnst du|wohnen Sie|du wohnst) (?:also |denn |eigentlich )?(.+)"),
      yes: "Ich wohne $1",
      no: "Ich wohne nicht $1",
    },
    {
      question: closed(
        "(?:arbeitest du|arbeiten Sie|du arbeitest) (?:also |denn |eigentlich )?noch (.+)",
      ),
      yes: "Ich arbeite noch $1",
      no: "Ich arbeite nicht mehr $1",
    },
    {
      question: closed(
        "(?:arbeitest du|arbeiten Sie|du arbeitest) (?:also |denn |eigentlich )?(.+)",
      ),
      yes: "Ich arbeite $1",
      no: "Ich arbeite nicht $1",
    },
    ...VERBS.map(([asked, formal, told]) => ({
      question: closed(
        `(?:${asked} du|${formal} Sie) (?:also |denn |eigentlich |auch |noch |gerade )*(.+)`,
      ),
      yes: `Ich ${told} $1`,
      no: `Ich ${told} kein $1`,
    })),
    { question: closed("(?:rauchst du|rauchen Sie)()"), yes: "Ich rauche", no: "Ich rauche nicht" },
  ],
  toFirstPerson: (text) =>
    text
      .replace(
        /(?<!\p{L})(?:dein|Ihr)(e[nmrs]?)?(?!\p{L})/gu,
        (_, end: string | undefined) => `mein${end ?? ""}`,
      )
      .replace(/(?<!\p{L})(?:dich|sich)(?!\p{L})/gu, "mich"),
  hasVerb: /(?<!\p{L})(?:ist|sind|war|hat|haben|wird|kann|soll|muss|bin|habe)(?!\p{L})/iu,
  goesOn:
    /,? (?:und|aber|weil|denn) (?=(?:ich|wir|mein|meine|es|er|sie)(?!\p{L}))|, (?=(?:ich|wir|das|er|sie)(?!\p{L}))|; | - /iu,
  isSentence:
    /^(?:ich|mein|meine|wir|unser|unsere|das|es|ist|du|Sie|er|sie|was|wie|kannst|bitte|danke)(?!\p{L})/iu,
};
