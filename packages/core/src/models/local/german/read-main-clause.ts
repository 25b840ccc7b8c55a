import type { Others } from "../extract/reader.ts";
import { isFirstPerson, toThirdPersonVerb } from "./conjugate.ts";
import { isSmallWord } from "./closed-words.ts";
import { describeOther, describeOwn } from "./people.ts";

/** A clause with its verb in the second place: "Nutzer", "wohnt", "seit drei Jahren in Köln". */
export interface MainClause {
  readonly subject: string;
  readonly verb: string;
  readonly rest: string;
  readonly isUser: boolean;
  /** Whether it is about somebody of whom nothing is known: then only the patterns may keep it. */
  readonly isStranger?: true;
}

const OWNED = String.raw`(?:[Mm]ein|[Uu]nser)(?:e[nmrs]?)? (?:[\p{Ll}\d-]+ ){0,3}?\p{Lu}[\p{L}-]+(?:,? (?:namens )?\p{Lu}[\p{L}-]+){0,2},?`;
const FINAL = new RegExp(
  String.raw`^(?:[Ww]eil|[Dd]a|[Dd]ass|[Oo]bwohl)\s+(ich|wir|${OWNED}) (?:(.+) )?(\S+)$`,
  "u",
);
const DIRECT = new RegExp(
  String.raw`^([Ii]ch|[Ww]ir|[Ee]r|[Ss]ie|${OWNED}|(?:(?:Oma|Opa|Tante|Onkel|Mama|Papa|\p{Lu}\p{Ll}+s) )?\p{Lu}\p{Ll}+) (\p{Ll}\S*)(?: (.*))?$`,
  "u",
);
const DATIVE =
  /^(?:[Mm]ir|[Uu]ns) (gefällt|gefallen|schmeckt|schmecken|tut(?=.* weh$)|(?:ist|sind|fehlt|fehlen)(?= \p{Lu})) (.+)$/u;
const DEFINITE = /^((?:[Dd]er|[Dd]ie|[Dd]as) \p{Lu}[\p{L}-]+) (\p{Ll}+)(?: (.+))?$/u;
const TOUCHING =
  /^((?:(?:[Dd]er|[Dd]ie|[Dd]as) )?(?:\p{Ll}+ )?\p{Lu}[\p{L}-]+) (\p{Ll}+) ((?:mir|mich)(?: .*)?)$/u;
/** What is on somebody's calendar is theirs. */
const EVENT =
  /^(?:[Dd]er|[Dd]ie|[Dd]as) (\p{L}*(?:[Ll]auf|[Mm]arathon|[Pp]rüfung|[Kk]lausur|[Hh]ochzeit|[Tt]ermin|[Uu]mzug|[Ff]lug|OP|[Pp]arty|[Ff]eier|[Uu]rlaub|[Rr]eise|[Kk]onzert|[Kk]urs|gespräch|[Oo]peration|[Dd]eadline|[Bb]esichtigung)) (ist|sind|war|findet|beginnt|wurde|fällt|startet) (.+)$/u;
const INVERTED = new RegExp(String.raw`^(?:([^,]+?) )?(\S+) (ich|wir|${OWNED})(?: (.*))?$`, "u");

/** A German clause in its parts; `undefined` when it is not about the user or anybody of theirs. */
export function readMainClause(clause: string, others: Others): MainClause | undefined {
  const final = FINAL.exec(clause);
  if (final) return toMain(final[1] ?? "", final[3] ?? "", final[2] ?? "", others);
  const dative = DATIVE.exec(clause);
  if (dative) {
    return {
      subject: "Nutzer",
      verb: dative[1] ?? "",
      rest: lowerFront(dative[2] ?? ""),
      isUser: true,
    };
  }
  const touching = TOUCHING.exec(clause);
  if (touching && !/^(?:ich|wir|er|sie|es|du)$/i.test(touching[1] ?? "")) {
    const [, subject = "", verb = "", rest = ""] = touching;
    return { subject: upperFirst(subject), verb, rest, isUser: false };
  }
  const definite = DEFINITE.exec(clause);
  const own = definite && describeOwn(definite[1] ?? "");
  if (own) {
    const [, , verb = "", rest = ""] = definite;
    if (own.pronouns.length > 0) others.push(own);
    return { subject: own.subject, verb, rest, isUser: false };
  }
  const event = EVENT.exec(clause);
  if (event) {
    const [, noun = "", verb = "", rest = ""] = event;
    return { subject: `Nutzers ${noun}`, verb, rest, isUser: false };
  }
  const direct = DIRECT.exec(clause);
  // "Mein Auto habe ich verkauft" begins with its object.
  const isObject =
    direct !== null &&
    (/^(?:ich|wir)(?: |$)/.test(direct[3] ?? "") ||
      (!/^(?:ich$|wir$|er$|sie$|mein|unser)/i.test(direct[1] ?? "") &&
        /^(?:mein|unser)\S* \p{Lu}/u.test(direct[3] ?? "")));
  const main =
    direct && !isObject
      ? toMain(direct[1] ?? "", direct[2] ?? "", direct[3] ?? "", others)
      : undefined;
  return main ?? readInverted(clause, others);
}

const OTHER_VERB = /^(?:war|wird|kam|ging|hatte|starb|mag|will|kann|muss|\p{Ll}+t)$/u;

/** "Seit drei Jahren wohne ich in Köln". */
function readInverted(clause: string, others: Others): MainClause | undefined {
  const [, front = "", verb = "", subject = "", rest = ""] = INVERTED.exec(clause) ?? [];
  const lower = verb.toLowerCase();
  // Behind something a verb has a small letter; at the beginning anything has a capital.
  if (subject === "" || (front !== "" && lower !== verb)) return undefined;
  const isOwned = /^(?:mein|unser)/i.test(subject);
  if (isSmallWord(lower)) return undefined;
  if (isOwned ? !OTHER_VERB.test(lower) : !isFirstPerson(lower)) return undefined;
  const moved = CONNECTIVE.test(front) ? "" : lowerFront(front);
  return toMain(subject, lower, [moved, rest].filter(Boolean).join(" "), others);
}

function toMain(
  subject: string,
  verb: string,
  rest: string,
  others: Others,
): MainClause | undefined {
  if (isSmallWord(verb)) return undefined;
  const lower = subject.toLowerCase();
  if (lower === "ich" || lower === "wir") {
    return { subject: "Nutzer", verb: toThirdPersonVerb(verb, lower), rest, isUser: true };
  }
  const meant = others.findLast(
    (other) => other.pronouns.includes(lower) || other.subject.startsWith(`${subject},`),
  );
  if (meant) return { subject: meant.subject, verb, rest, isUser: false };
  if (/^(?:er|sie)$/.test(lower)) return undefined;
  if (!/^(?:mein|unser)/.test(lower)) return readStranger(subject, verb, rest);
  const other = describeOther(subject);
  if (!other) return undefined;
  if (other.pronouns.length > 0) others.push(other);
  return { subject: other.subject, verb, rest, isUser: false };
}

const NO_NAME =
  /^(?:Das|Der|Die|Es|Man|Jeder|Alle|Alles|Heute|Morgen|Gestern|Hier|Dort|Da|Was|Wer|Wie|Wo|Und|Aber|Auch|Nur|Noch|Dann|So|Nichts|Niemand|Jemand|Beide|Du|Ihr|Sie|Dies|Diese|Dieser|Ein|Eine|Kein|Keine|Ja|Nein|Danke|Bitte)$/;

/** "Sabine ist Veganerin": of somebody with a name, what the patterns know. */
function readStranger(name: string, verb: string, rest: string): MainClause | undefined {
  if (
    NO_NAME.test(name) ||
    !/^\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?$/u.test(name) ||
    !OTHER_VERB.test(verb)
  )
    return undefined;
  return { subject: name, verb, rest, isUser: false, isStranger: true };
}

const CONNECTIVE =
  /^$|^(?:dann|so|deshalb|daher|deswegen|trotzdem|dort|da|hier|nur|nun|jetzt|auch|außerdem|inzwischen)$/i;

// Only small words lose their capital behind the verb; nouns keep it.
function lowerFront(front: string): string {
  const [first = ""] = front.split(" ", 1);
  const isSmall =
    isSmallWord(first) || /^(?:Letzte|Nächste|Vergangene|Kommende|Jede|Diese)[nmrs]?$/.test(first);
  return isSmall ? front.charAt(0).toLowerCase() + front.slice(1) : front;
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
