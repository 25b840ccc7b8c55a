import type { Tense } from "../dates/spans.ts";
import {
  NOTHING,
  type Others,
  type SentenceReading,
  type SpokenStatement,
} from "../extract/reader.ts";
import { isPast, toThirdPersonVerb } from "./conjugate.ts";
import { readInstruction } from "./instructions.ts";
import { describeOther, findIntroduced, findRelatives } from "./people.ts";
import { splitClauses } from "./split-clauses.ts";
import { keepGerman } from "./worth-keeping.ts";

const OPENERS: readonly RegExp[] = [
  /^(?:hallo|hi|hey|moin|servus|grüß gott|guten (?:tag|morgen|abend))(?: zusammen| \p{Lu}\p{L}+)?[,!.]? (?=\S)/iu,
  /^(?:ja|nein|nee|ok|okay|also|naja|na ja|danke|vielen dank|super|gut|toll|genau|klar|stimmt|übrigens|und|aber|oh|ach|ach ja|ähm|hm|leider|ehrlich gesagt|zur info|nur zur info|kurzes update|update|außerdem|nebenbei|übrigens|wie gesagt|tja|sorry|entschuldigung|zum glück|eigentlich)[,:!.]* (?:- )?(?=\S)/i,
  /^(?:bitte )?(?:denk(?:e)? (?:bitte )?daran|merk(?:e)? dir(?: bitte)?|vergiss nicht|beachte|bedenke|du solltest wissen|du musst wissen|wusstest du|wusstest du schon|habe ich (?:dir )?(?:schon )?(?:erzählt|gesagt)|ich (?:wollte|möchte|muss|sollte) (?:dir )?(?:noch |nur |kurz )*(?:sagen|erwähnen|hinzufügen|mitteilen)|ich habe (?:ganz )?vergessen zu (?:sagen|erwähnen)|ich glaube|ich denke|ich finde),? (?=dass )/i,
];
const MAKE_BELIEVE =
  /^(?:wenn|falls|angenommen|stell dir vor|nehmen wir an|tu so|tun wir so|ob|hätte|wäre|würde|gesetzt den fall)(?!\p{L})/iu;
const QUESTION =
  /^(?:was|wer|wie|wo|wohin|woher|wann|warum|wieso|weshalb|welche[nmrs]?|womit|wofür|kannst|könntest|können sie|hast du|bist du|willst|weißt|gibt es|soll|sollte|darf|magst|würdest|haben sie|sind sie|habt ihr)(?!\p{L})/iu;

/** What a German sentence tells about the user. */
export function readGermanSentence(sentence: string, others: Others): SentenceReading {
  let text = sentence.trim();
  for (let before = ""; before !== text;) {
    before = text;
    for (const opener of OPENERS) text = text.replace(opener, "");
  }
  if (MAKE_BELIEVE.test(text)) return NOTHING;
  const told = /^dass /i.test(text);
  const instruction = readInstruction(text);
  if (instruction) return { ...NOTHING, instructions: [instruction] };

  const asks = (/\?$/.test(text) && !told) || QUESTION.test(text);
  const clauses = splitClauses(text.replace(/[.!?]+$/, ""));
  const statements = clauses.flatMap((clause, index) => {
    const isAsked = QUESTION.test(clause) || (asks && index === clauses.length - 1);
    return isAsked ? [] : readClause(clause, others);
  });
  const role = asks ? /(?<!\p{L})als ((?:\p{Ll}+ )?\p{Lu}\p{L}+)/u.exec(text)?.[1] : undefined;
  if (role)
    statements.push({
      statement: { subject: "Nutzer", predicate: `ist ${role}` },
      tense: "present",
      keepAs: () => undefined,
    });
  return { statements, relatives: findRelatives(text), instructions: [] };
}

const SUBJUNCTIVE = /^(?:wäre|würde|hätte|könnte|sollte|wünschte|müsste|dürfte)/;

/** A clause with its verb in the second place: "Nutzer", "wohnt", "seit drei Jahren in Köln". */
interface MainClause {
  readonly subject: string;
  readonly verb: string;
  readonly rest: string;
  readonly isUser: boolean;
}

function readClause(clause: string, others: Others): SpokenStatement[] {
  if (MAKE_BELIEVE.test(clause)) return [];
  const main = readMainClause(clause, others);
  const introduced = findIntroduced(clause);
  if (introduced) others.push(introduced);
  if (!main || SUBJUNCTIVE.test(main.verb)) return [];
  const predicate = `${main.verb} ${toThirdPerson(main.rest, main.isUser)}`.trim();
  const statement = { subject: main.subject, predicate };
  return [
    {
      statement,
      tense: tenseOf(predicate),
      keepAs: (isDated, dated) => keepGerman({ ...statement, predicate: dated }, isDated),
    },
  ];
}

const FINAL =
  /^(?:[Ww]eil|[Dd]a|[Dd]ass|[Oo]bwohl)\s+(ich|wir|(?:mein|unser)\S* (?:\p{Ll}\S* )?\p{Lu}\S*(?: \p{Lu}\S*)?) (?:(.+) )?(\S+)$/u;
const PERSONAL = "[Ii]ch|[Ww]ir|[Ee]r|[Ss]ie|[Ee]s";
const OWNED = String.raw`(?:[Mm]ein|[Uu]nser)(?:e[nmrs]?)? (?:[\p{Ll}\d-]+ ){0,3}?\p{Lu}[\p{L}-]+(?:,? (?:namens )?\p{Lu}[\p{L}-]+){0,2},?`;

function readMainClause(clause: string, others: Others): MainClause | undefined {
  const final = FINAL.exec(clause);
  if (final) {
    const [, subject = "", middle = "", verb = ""] = final;
    return toMain(subject, verb, middle, others);
  }
  const direct = new RegExp(String.raw`^(${PERSONAL}|${OWNED}) (\p{Ll}\S*)(?: (.*))?$`, "u").exec(
    clause,
  );
  if (direct) {
    return toMain(direct[1] ?? "", direct[2] ?? "", direct[3] ?? "", others);
  }
  const dative = /^(?:[Mm]ir|[Uu]ns) (gefällt|gefallen|schmeckt|schmecken) (.+)$/.exec(clause);
  if (dative)
    return { subject: "Nutzer", verb: dative[1] ?? "", rest: dative[2] ?? "", isUser: true };
  const inverted = new RegExp(
    String.raw`^(?:(.+?) )?(\S+) (ich|wir|${OWNED})(?: (.*))?$`,
    "u",
  ).exec(clause);
  if (!inverted) return undefined;
  const [, front = "", verb = "", subject = "", rest = ""] = inverted;
  if (!/^\p{Ll}/u.test(front === "" ? verb.toLowerCase() : verb) || !isVerb(verb.toLowerCase()))
    return undefined;
  if (
    /^(?:mein|unser)/i.test(subject) &&
    !/^(?:ist|hat|wird|war|wohnt|lebt|arbeitet|heißt|kommt)$/i.test(verb)
  )
    return undefined;
  const moved =
    front === "" ||
    /^(?:dann|so|deshalb|daher|deswegen|trotzdem|dort|da|hier|nur|nun)$/i.test(front)
      ? ""
      : lowerFront(front);
  return toMain(subject, verb.toLowerCase(), [moved, rest].filter(Boolean).join(" "), others);
}

function isVerb(word: string): boolean {
  return /(?:e|st|t|n|war|bin|hab|mag|kann|will|muss|soll|darf|ging|kam|fuhr|zog|fand|bekam|verlor|flog|gab|sah)$/.test(
    word,
  );
}

function toMain(
  subject: string,
  verb: string,
  rest: string,
  others: Others,
): MainClause | undefined {
  const lower = subject.toLowerCase();
  if (lower === "ich" || lower === "wir") {
    return { subject: "Nutzer", verb: toThirdPersonVerb(verb, lower), rest, isUser: true };
  }
  if (/^(?:er|sie|es)$/.test(lower)) {
    const meant = others.findLast((other) => other.pronouns.includes(lower));
    return meant && { subject: meant.subject, verb, rest, isUser: false };
  }
  const other = describeOther(subject);
  if (!other) return undefined;
  if (other.pronouns.length > 0) others.push(other);
  return { subject: other.subject, verb, rest, isUser: false };
}

const PRONOUNS = {
  user: { mich: "sich", mir: "sich", uns: "sich", ich: "er", wir: "er" },
  other: {
    mich: "den Nutzer",
    mir: "dem Nutzer",
    uns: "den Nutzer",
    ich: "der Nutzer",
    wir: "der Nutzer",
  },
} as const;

function toThirdPerson(text: string, isUser: boolean): string {
  const pronouns: Readonly<Record<string, string>> = isUser ? PRONOUNS.user : PRONOUNS.other;
  return text
    .replace(
      /(?<!\p{L})(?:mich|mir|uns|ich|wir)(?!\p{L})/giu,
      (word) => pronouns[word.toLowerCase()] ?? word,
    )
    .replace(
      /(?<!\p{L})[Mm]ein(e[nmrs]?)?(?!\p{L})/gu,
      (_, end: string | undefined) => `sein${end ?? ""}`,
    )
    .replace(
      /(?<!\p{L})[Uu]nser(e[nmrs]?)?(?!\p{L})/gu,
      (_, end: string | undefined) => `sein${end ?? ""}`,
    )
    .replace(/(?<=\ber .*)\bbin$/u, "ist")
    .replace(/(?<=\ber .*)\bhabe$/u, "hat");
}

function lowerFront(front: string): string {
  // Only small words lose their capital at the beginning of a sentence.
  return /^(?:\p{Lu}\p{Ll}+ (?=\p{Lu}|\d|\p{Ll})|\p{Lu}\p{Ll}+$)/u.test(front) &&
    /^(?:Am|Im|In|An|Auf|Bei|Seit|Vor|Nach|Zum|Zur|Mit|Für|Von|Um|Bis|Ab|Früher|Gestern|Heute|Morgen|Übermorgen|Vorgestern|Letzte\S*|Nächste\S*|Diese\S*|Jede\S*|Beruflich|Meistens|Manchmal|Oft|Normalerweise|Zurzeit|Als|Ende|Anfang|Mitte|Einmal|Zweimal|Dreimal|Neulich|Kürzlich|Vergangene\S*|Kommende\S*|Derzeit|Aktuell|Momentan|Abends|Morgens|Nachts|Mittags|Dieses|Zu|Aus|Ursprünglich)(?!\p{L})/u.test(
      front,
    )
    ? front.charAt(0).toLowerCase() + front.slice(1)
    : front;
}

/** When what a German predicate says happens. */
export function tenseOf(predicate: string): Tense {
  const verb = predicate.split(" ", 1)[0] ?? "";
  if (
    /^(?:wird|möchte|will|muss|soll|plant|fliegt|fährt|reist|zieht|heiratet|beginnt|fängt|startet|feiert|geht|kommt|besucht|trifft|läuft)$/.test(
      verb,
    )
  )
    return "future";
  const participle =
    /(?<!\p{L})(?:\p{Ll}*ge\p{Ll}+|be\p{Ll}+|ver\p{Ll}+|er\p{Ll}+|ent\p{Ll}+|zer\p{Ll}+|\p{Ll}+iert)(?:t|en)?$/u.test(
      predicate.replace(/, .*$/, ""),
    );
  if (/^(?:hat|ist|sind|wurde)$/.test(verb) && participle) return "past";
  if (isPast(verb)) return "past";
  return /^(?:hat|ist)$/.test(verb) ? "future" : "present";
}
