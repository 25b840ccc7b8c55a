import { alternatives } from "../../../text/alternatives.ts";
import { COUNTS, DIETS, isJob, KIN_NOUNS, NATIONALITY } from "./vocabulary.ts";

const KIN = alternatives(Object.values(KIN_NOUNS).flat());
const STATUS =
  "solter[oa]|casad[oa]|divorciad[oa]|viud[oa]|separad[oa]|jubilad[oa]|prejubilad[oa]|embarazada|en paro|de baja";
const BEING = `alérgic[oa] al? .+|intolerante al? .+|celíac[oa]|diabétic[oa]|zurd[oa]|${NATIONALITY}|${alternatives(Object.keys(DIETS))}`;

/** What people leave out when they list what they are: the verb before each of these. */
const FRAGMENTS: readonly (readonly [fragment: RegExp, said: string])[] = [
  [/^(?:tengo )?(1[3-9]|[2-9]\d)(?: años)?$/i, "tengo $1 años"],
  [/^(?:tengo )?(\d{1,2} años)$/i, "tengo $1"],
  [/^sin (hijos|pareja|mascotas|coche|carné|hermanos)$/i, "no tengo $1"],
  [
    new RegExp(
      String.raw`^(?:con )?((?:un|una|${COUNTS}) (?:${KIN})(?: (?:de|llamad[oa]s?|mayor(?:es)?|menor(?:es)?|pequeñ[oa]s?|adolescentes|adult[oa]s|y) .+)?)$`,
      "iu",
    ),
    "tengo $1",
  ],
  [
    new RegExp(
      String.raw`^((?:(?:felizmente|muy) )?(?:${STATUS})(?: (?:con|desde|hace) .+)?)$`,
      "iu",
    ),
    "estoy $1",
  ],
  [
    new RegExp(String.raw`^((?:(?:muy|medio|casi) )?(?:${BEING})(?: (?:y|desde|de) .+)?)$`, "iu"),
    "soy $1",
  ],
];
const PLACE =
  /^(?:de|en|desde|vivo en)? ?((?<!\S)\p{Lu}\p{Ll}+(?: (?:de |del |la )?\p{Lu}\p{Ll}+)*)$/u;
const TELLS_KIN = new RegExp(
  String.raw`^(?:mis?|nuestr[oa]s?|tengo|tenemos|\p{Lu}\p{Ll}+ (?:es|tiene)) .*?(?:${KIN})`,
  "u",
);

/**
 * The parts of a sentence with the verbs that it leaves out: "34, dos hijos, Vitoria" as "tengo 34
 * años", "tengo dos hijos" and "vivo en Vitoria". Any other sentence is returned whole.
 */
export function completeFragments(sentence: string): string[] {
  const items = sentence.split(/, (?:y )?| y (?=(?:sin|con|\d+|dos|tres|cuatro) )/);
  const read = items.map(completeFragment);
  if (!isSelfPortrait(sentence, items, read)) return [sentence];
  return items.map(
    (item, index) => read[index] ?? (items.length > 1 ? completeInList(item) : item),
  );
}

const INTRODUCTION = /^(?:me llamo|soy) \p{Lu}\p{L}+$/u;
const SPEAKS = /^(?:tengo|soy|me llamo|vivo|trabajo) /i;

/** Whether somebody lists what they are: by the first part, the others could be about anybody. */
function isSelfPortrait(
  sentence: string,
  items: readonly string[],
  read: readonly (string | undefined)[],
): boolean {
  const [first = ""] = items;
  const known = read.filter((item) => item !== undefined).length;
  if (TELLS_KIN.test(sentence) || /^\d+$/.test(sentence)) return false;
  if (INTRODUCTION.test(first)) return items.length > 1;
  if (read[0] !== undefined) return true;
  return (known > 0 && SPEAKS.test(first)) || (known > 1 && isJob(first));
}

function completeFragment(item: string): string | undefined {
  const found = FRAGMENTS.find(([fragment]) => fragment.test(item));
  if (!found) return undefined;
  const inner = item.charAt(0).toLowerCase() + item.slice(1);
  return inner.replace(found[0], found[1]);
}

/** A place or a profession is told by itself only among other such things. */
function completeInList(item: string): string {
  const place = PLACE.exec(item)?.[1];
  if (place) return `${item.startsWith("de ") ? "soy de" : "vivo en"} ${place}`;
  return isJob(item) && !/^soy /i.test(item) ? `soy ${item}` : item;
}
