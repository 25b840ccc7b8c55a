import { FIRST_PERSON, isFiniteVerb } from "./closed-words.ts";
import { COUNTS, DIETS, isJob, KIN_NOUNS, NATIONALITY } from "./vocabulary.ts";
import { alternatives } from "../../../text/alternatives.ts";

const ASKED_OF_THE_ASSISTANT =
  /^(?:mach|mache|schreib|schreibe|such|suche|plane|nutze|nutz|verwende|benutze|benutz|geh|gehe|koch|lern|spiel|spiele|komm|fang|kauf|les|zahl|führe|baue|lass|lasse|bau|finde|lauf|warte)$/;
/** Verbs that are the same in the third person, with somebody else behind them. */
const SUBJECT_BEHIND =
  /^(?:war|hatte|ging|wurde|kann|muss|will|mag) (?:\S+ )?(?:ich|wir|meine?|unsere?|es|das|der|die|er|sie)(?: |$)/iu;
const TO_THE_ASSISTANT = /(?<!\p{L})(?:bitte|mal|dir|dich|du|nochmal|einfach)(?!\p{L})/iu;

/**
 * A sentence that leaves out "ich", or "ich bin" and "ich habe", with them: "bin 52", "allergisch
 * gegen Nüsse". Others stay as they are.
 */
export function completeEllipsis(sentence: string): string {
  return completeSubject(sentence) ?? completeFragment(sentence) ?? sentence;
}

/** A sentence that begins with its verb, with "ich" before it; `undefined` when it is no such one. */
export function completeSubject(sentence: string): string | undefined {
  const [first = "", second = ""] = sentence.split(" ", 2);
  const verb = first.toLowerCase();
  if (!FIRST_PERSON.has(verb) || second === "" || /^(?:ich|wir)$/i.test(second)) return undefined;
  if (ASKED_OF_THE_ASSISTANT.test(verb) && !isReport(sentence)) return undefined;
  return SUBJECT_BEHIND.test(sentence)
    ? undefined
    : `ich ${verb} ${sentence.slice(first.length + 1)}`;
}

/** "Mach das seit 15 Jahren", "koche für vier": said of oneself, because of what follows. */
function isReport(sentence: string): boolean {
  return (
    !TO_THE_ASSISTANT.test(sentence) &&
    /(?<!\p{L})(?:seit|jeden?|pro|immer|oft|meist\p{L}*|täglich|gern|gerne|mein\p{L}*|gerade|grad|\d+ ?km|(?:mon|diens|donners|frei|sams|sonn)tags|mittwochs|morgens|abends|im \p{Lu}\p{Ll}+ (?:bei|in|nach|mit))(?!\p{L})/u.test(
      sentence,
    )
  );
}

const LIST = /, | und |; /;
const STATES =
  /^(?:(?:frisch|glücklich|seit \S+ \S+|hoch|leicht|stark|sehr|etwas|noch|wieder|gerade|aktuell|total) )?(?:allergisch|verheiratet|geschieden|verwitwet|ledig|verlobt|[Ss]ingle|schwanger|vegan|vegetarisch|selbstständig|selbständig|arbeitslos|berufstätig|pensioniert|alleinerziehend|laktoseintolerant|glutenintolerant|introvertiert|extrovertiert|Linkshänder(?:in)?|Witwer?|Witwe|Raucher(?:in)?|Nichtraucher(?:in)?|Frührentner(?:in)?|\p{Lu}\p{Ll}+iker(?:in)?|in Rente|in Elternzeit|in Teilzeit|im Ruhestand|in Ausbildung|auf Jobsuche)(?!\p{L})/u;
const KIN = new RegExp(
  String.raw`^(?:${COUNTS}|keine|eine?n?) (?:\p{Ll}+ )?(?:${alternatives(KIN_NOUNS.map(capitalize))})(?!\p{L})`,
  "u",
);
/** Nouns of amounts that everybody has one of. */
const MEASURED =
  /^((?:\p{L}*(?:[Mm]iete|[Gg]röße)|Temperatur|Rente)|\p{L}*(?:[Bb]udget|[Gg]ehalt|[Gg]ewicht|[Ee]inkommen|[Aa]lter|[Pp]uls|[Bb]lutdruck|[Zz]iel|[Ll]ohn))(?: (?:ist|sind|wäre|wären|liegt bei|beträgt))?:? ((?:so |etwa |rund |ca\. |circa |maximal |max\. |höchstens |ungefähr )?\d.*)$/u;
const PRICED = /^(?:etwa |rund |ca\. )?\d{1,3} ?(?:kg|[Kk]ilo)(?: schwer)?$/;
const TALL = /^(?:\d[.,]\d{2}(?: ?m| Meter)?|\d{3} ?cm)(?: groß)?$/;
const AGED = /^\d{1,2}(?: Jahre(?: alt)?| J\.)?$/;

/** What a part of a sentence without a verb says of whoever speaks; `undefined` when it is not of them. */
export function completeFragment(part: string): string | undefined {
  const measured = MEASURED.exec(part);
  if (measured) {
    const [, noun = "", amount = ""] = measured;
    return `${/(?:miete|größe|temperatur|rente)$/i.test(noun) ? "meine" : "mein"} ${noun} ist ${amount}`;
  }
  if (part.split(" ").some(isFiniteVerb)) return undefined;
  const [head = ""] = part.split(" ", 1);
  const isProfession =
    isJob(head) && /^\S+(?:$| (?:in|bei|beim|aus|an|am|im|auf|für|seit) )/.test(part);
  if (STATES.test(part) || DIETS[head.toLowerCase()] || isProfession) return `ich bin ${part}`;
  return new RegExp(`^${NATIONALITY}(?:$| aus| in)`, "u").test(part)
    ? `ich bin ${part}`
    : undefined;
}

/** The sentences behind "34, zwei Kinder, Leipzig"; none when it is no such list. */
export function readProfile(sentence: string): string[] {
  const items = sentence.split(LIST);
  if (items.length < 2 || items.length > 7) return [];
  const sentences = items.map((item) => completeItem(item.trim()));
  const isKnown = items.some((item) => AGED.test(item.trim()));
  // A place alone says nothing of whose it is; beside an age it is a home.
  const complete = sentences.map(
    (said, index) =>
      said ??
      (isKnown && isPlaceLike(items[index] ?? "")
        ? `ich wohne in ${(items[index] ?? "").trim().replace(/^in /, "")}`
        : undefined),
  );
  return complete.every((said) => said !== undefined) ? complete : [];
}

/** An item of what people tell of themselves in a row: an age, a family, a job. */
export function completeItem(item: string): string | undefined {
  if (AGED.test(item)) return `ich bin ${item.replace(/ .*/, "")} Jahre alt`;
  if (PRICED.test(item)) return `ich wiege ${item}`;
  if (TALL.test(item)) return `ich bin ${item.replace(/ groß$/, "")} groß`;
  if (KIN.test(item)) return `ich habe ${item}`;
  if (/^aus \p{Lu}\p{L}+$/u.test(item)) return `ich komme ${item}`;
  return completeFragment(item);
}

function isPlaceLike(item: string): boolean {
  return /^(?:in )?\p{Lu}[\p{L}-]+(?: (?:am|im|an der|bei|a\.) \p{Lu}\p{L}+)?$/u.test(item.trim());
}

function capitalize(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
