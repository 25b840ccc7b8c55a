import { FIRST_PERSON } from "./closed-words.ts";

/** What people say before what they want to say. Stripped again and again, in any order. */
const OPENERS: readonly RegExp[] = [
  /^(?:du|sag mal|hör mal), (?=\S)/i,
  /^(?:hallo+|hi+|hey+|hej|huhu|moin|servus|hallöchen|grüß gott|guten (?:tag|morgen|abend))(?: zusammen| nochmal| wieder| \p{Lu}\p{L}+)?[,!.]? (?=\S)/iu,
  /^(?:j+a+|nein|nee|nö|ok|okay|also|naja|na ja|danke|vielen dank|super|gut|toll|genau|klar|stimmt|übrigens|und|aber|oh|ach|ach ja|ähm|öhm|hm+|haha|puh|uff|leider|ehrlich gesagt|ehrlich|zur info|nur zur info|außerdem|nebenbei|wie gesagt|tja|sorry|entschuldigung|zum glück|eigentlich|weißt du|ja klar|mal sehen|denn)[,:!.]* (?:[-–] )?(?=\S)/i,
  /^(?!mein|unser)(?:\p{Lu}\p{L}+ ){0,3}\p{L}+: (?=(?:ich|wir|mein|meine|unser|unsere|die|der|das|nicht|mit|ab|am|im|seit|heute|morgen)(?!\p{L}))/iu,
  /^(?:bitte )?(?:denk(?:e)? (?:bitte )?daran|merk(?:e)? dir(?: bitte)?|vergiss nicht|beachte|bedenke|du solltest wissen|du musst wissen|wusstest du|wusstest du schon|habe ich (?:dir )?(?:schon )?(?:erzählt|gesagt)|ich (?:wollte|möchte|muss|sollte) (?:dir )?(?:noch |nur |kurz )*(?:sagen|erwähnen|hinzufügen|mitteilen)|ich habe (?:ganz )?vergessen zu (?:sagen|erwähnen)|ich glaube|ich denke|ich finde|(?:mein|der|meine|die) (?:Arzt|Ärztin|Hausarzt|Hausärztin) (?:sagt|meint)),? (?=dass )/i,
];

const CLOSERS =
  /,? (?:übrigens|glaube ich|denke ich|finde ich|haha|lol|ehrlich gesagt|falls das hilft|und so|oder so|ne|gell|sozusagen|zum Glück)[.!]*$/i;

/** A German sentence without its greetings and its "denk daran". */
export function unwrap(sentence: string): string {
  let text = sentence.trim();
  for (let before = ""; before !== text;) {
    before = text;
    for (const opener of OPENERS) text = text.replace(opener, "");
    text = text.replace(CLOSERS, "");
  }
  return text;
}

const SPOKEN: readonly (readonly [RegExp, string])[] = [
  [/(?<!\p{L})'?n(e[nmr]?)(?= )/gu, "ein$1"],
  [/(?<!\p{L})(?:nix|nichs)(?!\p{L})/giu, "nichts"],
  [/(?<=\p{Ll})'s(?!\p{L})/gu, " es"],
  [/(?<!\p{L})(geht|gibt)s(?!\p{L})/giu, "$1 es"],
  [/(?<!\p{L})grad(?!\p{L})/gu, "gerade"],
];

/** A sentence with its spoken forms written out: "ne Matte" as "eine Matte". */
export function writeOutSpoken(sentence: string): string {
  return SPOKEN.reduce((text, [spoken, written]) => text.replace(spoken, written), sentence);
}

const NAME = String.raw`(\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?)`;
const GREETING =
  "(?:[Hh]allo|[Hh]i|[Hh]ey|[Hh]uhu|[Mm]oin|[Ss]ervus|[Hh]ej|[Gg]uten (?:Tag|Morgen|Abend))(?: zusammen)?";
const INTRODUCTIONS: readonly RegExp[] = [
  new RegExp(
    String.raw`^${GREETING}[,!.]? (?:ich bin|hier ist|hier spricht) (?:der |die )?${NAME}(?= und | aus |,|[.!]|$)`,
    "u",
  ),
  new RegExp(String.raw`^[Ii]ch bin (?:der|die) ${NAME}(?= und | aus |,|[.!]|$)`, "u"),
  // "Ich bin Lena, 26": an age stands behind a name, and behind nothing else that one is.
  new RegExp(String.raw`^[Ii]ch bin ${NAME}(?=, \d\d?(?:,|$| und))`, "u"),
  new RegExp(String.raw`^(?:${GREETING}[,!.]? )?${NAME} hier(?=,|[.!]|$)`, "u"),
  new RegExp(String.raw`^(?:[Hh]ier ist|[Hh]ier spricht) (?:der |die )?${NAME}`, "u"),
];

/** The name with which somebody introduces themselves, and how they go on. */
export function readIntroduction(sentence: string): { name: string; rest: string } | undefined {
  for (const pattern of INTRODUCTIONS) {
    const match = pattern.exec(sentence);
    if (!match?.[1]) continue;
    const rest = sentence.slice(match[0].length).replace(/^(?: und |[,.!\s]+)/, "");
    // "… und will Ordnung" goes on with the same subject.
    const [verb = ""] = rest.split(" ", 1);
    return { name: match[1], rest: FIRST_PERSON.has(verb) ? `ich ${rest}` : rest };
  }
  return undefined;
}
