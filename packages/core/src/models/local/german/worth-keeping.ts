import type { Statement } from "../claims/claim.ts";
import {
  ERRAND_DONE,
  HABITUAL,
  LIFE_PARTICIPLE,
  MIND,
  MOMENT,
  ONLY_CHAT,
  PASSING,
  POSTURE,
  SEARCH,
  TASK,
} from "./gate-words.ts";

const HYPOTHETICAL =
  /(?<!\p{L})(?:würde|würden|wäre|wären|hätte|hätten|könnte|könnten|sollte|müsste|dürfte|vielleicht|eventuell|womöglich|wünschte|ob)(?!\p{L})/iu;
const TO_THE_ASSISTANT =
  /(?<!\p{L})(?:du|dich|dir|dein\p{L}*|eu(?:ch|er|re[nmrs]?)|Sie|Ihnen|Ihr\p{L}*)(?!\p{L})/u;
/** Words that point at something said before, so that the clause does not stand alone. */
const POINTING =
  /^\S+ (?:das|es|sie|ihn|ihm|ihr|ihnen|dies\p{L}*|davon|daran|dazu|dafür|darauf|damit|dabei|was)(?!\p{L})(?! \p{Lu})|(?<!\p{L})(?:mit|von|bei|zu|an|auf|für|ohne) (?:dem|der|den|denen|ihm|ihr|ihnen)(?= (?!\p{Ll}+e[nrs]? )\p{Ll}|$)|^\S+ (?:den|die|das) (?!\p{Lu}|(?:\p{L}+e[nrs]? ){1,2}\p{Lu}|\d|ganzen )/u;
/** What passes within the week. */
const ILLNESS = /(?<!\p{L})(?:Fieber|Schnupfen|Husten|Erkältung|Grippe|\p{L}*schmerzen)(?!\p{L})/u;
/** Participles of what one is, not of what happened. */
const LASTING_PARTICIPLE =
  /^ist .*(?:krankgeschrieben|beurlaubt|versichert|geimpft|tätowiert|behindert|alleinerziehend|angestellt|verbeamtet|gewohnt|aufgewachsen)$/u;
/** What tells a life's past from that of the afternoon. */
const LONG_AGO =
  /(?<!\p{L})(?:noch nie|früher|vorher|schon (?:\p{Ll}+mal|oft|\d+)|als Kind|jahrelang|lange|in der (?:Schule|Kindheit|Jugend)|im Studium|(?:\d+|\p{Ll}+) (?:Jahre|Monate)(?: lang)?)(?!\p{L})/u;
const LIFE_PHASE =
  /^ist .*(?:im|in|in der|im \p{Ll}+|in \p{Ll}+) (?:Elternzeit|Referendariat|Ausbildung|Studium|Probezeit|Reha|Umschulung|Mutterschutz|Ruhestand|Rente|Semester|Altersteilzeit|Therapie|Sabbatical)(?!\p{L})/u;
const PARTICIPLE =
  /(?<!\p{L})(?:\p{Ll}*ge\p{Ll}+|be\p{Ll}+|ver\p{Ll}+|er\p{Ll}+|ent\p{Ll}+|zer\p{Ll}+)(?:t|en)$|\p{Ll}iert$/u;
const DATE =
  /am (?:Morgen|Abend|Nachmittag)|in der Nacht|\d{1,2}\. \p{Lu}\p{Ll}+ \d{4}|(?:Wochenende|Woche) vom|(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Frühling|Sommer|Herbst|Winter) \d{4}/gu;

/**
 * The attribute under which a German clause that no pattern knows is kept; `undefined` when it is
 * about the chat or the moment.
 */
export function keepGerman(
  { subject, predicate }: Statement,
  isDated: boolean,
): string | undefined {
  const isUser = subject === "Nutzer";
  if (HYPOTHETICAL.test(predicate) || TO_THE_ASSISTANT.test(predicate)) return undefined;
  if (ILLNESS.test(predicate) && !/(?<!\p{L})(?:oft|immer|chronisch\p{L}*)/u.test(predicate))
    return undefined;
  if (POINTING.test(predicate) || (isUser && TASK.test(predicate))) return undefined;
  const verb = predicate.split(" ", 1)[0] ?? "";
  const content =
    predicate.replace(DATE, "").match(/(?<= )\p{Lu}[\p{L}\d-]+|(?<!\p{L})\d+|\S@\S/gu) ?? [];
  const clause: Clause = {
    verb,
    predicate,
    isUser,
    isThing: subject.startsWith("Nutzers "),
    isDated,
    isHabit: HABITUAL.test(predicate),
    hasContent: content.length > 0,
  };
  if (isOfTheMoment(clause)) return undefined;
  if (LIFE_PARTICIPLE.test(predicate.slice(verb.length))) return "event";
  const isPerfect = /^(?:ist|sind|hat|haben)$/.test(verb) && PARTICIPLE.test(predicate);
  if (!isUser && isDated && !isPerfect) return "plan";
  if (/^(?:ist|sind|hat|haben)$/.test(verb)) return keepState(clause);
  if (/^(?:war|hatte|waren|hatten)$/.test(verb)) return keepPast(clause);
  if (/^(?:wird|möchte|will|plant|muss|soll)$/.test(verb)) return keepIntention(clause);
  if (/^(?:kann|darf)$/.test(verb)) return keepAbility(clause);
  return keepHabit(clause);
}

interface Clause {
  readonly verb: string;
  readonly predicate: string;
  readonly isUser: boolean;
  /** Whether it is about something of the user's, not about somebody. */
  readonly isThing: boolean;
  readonly isDated: boolean;
  readonly isHabit: boolean;
  /** Whether it names anything. */
  readonly hasContent: boolean;
}

function isOfTheMoment({
  verb,
  predicate,
  isUser,
  isThing,
  isHabit,
  isDated,
  hasContent,
}: Clause): boolean {
  if (PASSING.test(predicate.replace(DATE, "").replace(/ (?:am|im) +/, " ")) && !isHabit)
    return true;
  if (POSTURE.test(predicate) && !isThing && !isHabit && !isDated) return true;
  if (ONLY_CHAT.test(predicate)) return isUser || !/^(?:mag|liebt|hasst)$/.test(verb);
  if (!MIND.test(predicate)) return false;
  if (!isUser && /^(?:braucht|sucht|spricht|bekommt|hört|schreibt)$/.test(verb)) return false;
  // What is somebody's own is more than a task: "schreibt seine Bachelorarbeit".
  if (/^schreibt .*\bsein\p{Ll}* \p{Lu}/u.test(predicate)) return false;
  if (verb === "sucht") return !SEARCH.test(predicate);
  if (verb === "bekommt") return !isDated && !isHabit;
  return !isHabit || !hasContent;
}

function keepState({ verb, predicate, isHabit, isDated, hasContent }: Clause): string | undefined {
  const plain = predicate.replace(/,.*$/, "");
  if (/^ist (?:\p{Ll}+ )?\p{Ll}+iert$/u.test(plain) || LASTING_PARTICIPLE.test(plain))
    return "trait";
  if (PARTICIPLE.test(plain) && !/ (?:gern|Garten|verheiratet|geimpft)$/.test(plain)) {
    if (LONG_AGO.test(plain) && hasContent) return "experience";
    if (ERRAND_DONE.test(plain)) return undefined;
    // "A flat", "my flat", "three flats" are news; "the flat" is known to those who talk of it.
    const isNews = /(?<!\p{L})(?:eine?[nmrs]?|mein\p{L}*|sein\p{L}*|\d+|sich)(?!\p{L})/u.test(
      plain,
    );
    return hasContent && (isDated || isNews || verb === "ist") ? "event" : undefined;
  }
  if (verb === "hat" || verb === "haben") {
    if (
      !hasContent ||
      (MOMENT.test(predicate) && !isHabit && !isDated && !/\d (?:Euro|€)/.test(predicate))
    )
      return undefined;
    return isDated ? "plan" : "possession";
  }
  if (LIFE_PHASE.test(plain) || /^ist (?:\p{Ll}+ )?am \p{Ll}+sten$/u.test(plain)) return "trait";
  if (MOMENT.test(predicate) && !isHabit) return undefined;
  const isAdjective =
    /^(?:ist|sind) (?:(?:nicht|eher|sehr|ziemlich|total|leicht|stark|von Natur aus|eigentlich|oft|kein\p{Ll}*) )*\p{Ll}{4,}$/u.test(
      plain,
    );
  return isAdjective || hasContent ? "trait" : undefined;
}

function keepPast({ predicate, isDated, hasContent }: Clause): string | undefined {
  return (isDated || LONG_AGO.test(predicate)) && hasContent ? "experience" : undefined;
}

function keepIntention({ verb, predicate, isDated, hasContent }: Clause): string | undefined {
  if (verb === "wird" && hasContent && /\d+$/.test(predicate)) return "plan";
  if (
    !isDated &&
    !/in (?:Rente|Pension|Elternzeit) gehen$|ins Ausland gehen$/.test(predicate) &&
    /(?:wissen|fragen|sagen|sehen|verstehen|haben|machen|tun|reden|sprechen|gehen|schlafen|überlegen|schauen|ausprobieren|versuchen|probieren|los|weg)$/.test(
      predicate,
    )
  )
    return undefined;
  const isTreatment =
    /(?:nehmen|einnehmen|spritzen|tragen|meiden|verzichten|aufpassen|achten|messen|schonen)$/;
  if (verb === "muss" && hasContent && isTreatment.test(predicate)) return "health";
  if (verb === "muss" || verb === "soll") return isDated && hasContent ? "plan" : undefined;
  return hasContent || predicate.endsWith("lernen") ? "plan" : undefined;
}

function keepAbility({ predicate, hasContent }: Clause): string | undefined {
  if (
    /(?:anfangen|verstehen|glauben|sagen|erinnern|vorstellen|finden|sehen|machen|helfen)$/.test(
      predicate,
    )
  )
    return undefined;
  const isSkill = /(?:schwimmen|kochen|tanzen|singen|lesen|schreiben|trainieren|fahren)$/.test(
    predicate,
  );
  return hasContent || isSkill ? "ability" : undefined;
}

function keepHabit({
  verb,
  predicate,
  isUser,
  isDated,
  isHabit,
  hasContent,
}: Clause): string | undefined {
  if (
    MOMENT.test(predicate) &&
    !isHabit &&
    !isDated &&
    !/^(?:lässt|liest|lernt|macht|baut|schreibt|renoviert|plant|trainiert|studiert)$/.test(verb)
  )
    return undefined;
  if (!isUser && /^(?:geht|kommt|läuft|macht|sagt)$/.test(verb) && !isHabit && !hasContent)
    return undefined;
  if (isDated && /^(?:heiratet|zieht .* (?:um|ein|aus))(?!\p{L})/u.test(predicate)) return "plan";
  const isActivity =
    /^(?:raucht|taucht|surft|klettert|meditiert|strickt|töpfert|joggt|schwimmt|wandert|tanzt|malt|gärtnert|trainiert|kocht|schläft|telefoniert|pendelt|wohnt|arbeitet|lebt|fastet|singt|steht um .* auf)(?!\p{L})/u.test(
      predicate,
    );
  if (!hasContent && !isActivity && !(isHabit && /^\S+ (?!nur$)\S/.test(predicate)))
    return undefined;
  return isDated ? "plan" : "habit";
}
