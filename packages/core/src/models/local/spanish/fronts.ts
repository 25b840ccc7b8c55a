import { isFirstPerson } from "./conjugate.ts";

/** A clause, and the words about time or place that stood before its verb. */
export interface Fronted {
  readonly front: string;
  readonly rest: string;
}

const TIME = new RegExp(
  String.raw`^((?:(?:el|la|los|las|este|esta) (?:(?:próxim[oa]s?|pasad[oa]s?) \p{L}+|fin(?:es)? de semana(?: pasado)?|lunes|martes|miércoles|jueves|viernes|sábados?|domingos?|año|mes|semana|verano|invierno|otoño|primavera|\d{1,2} de \p{L}+)(?: pasad[oa]| que viene)?(?: por la (?:mañana|tarde|noche))?|en (?:\d{4}|(?!(?:el|la|los|las|mi|mis|un|una|nuestr[oa]) )\p{L}+(?: de \d{4})?)|hace (?:\p{L}+|\d+) \p{L}+|desde (?:\p{L}+|\d+)(?: \p{L}+)?|ayer|hoy|mañana|anoche|anteayer|pasado mañana|ahora|antes|actualmente|últimamente|normalmente|a veces|siempre|los \p{L}+(?: por la (?:mañana|tarde|noche))?|por las? \p{L}+|cada \p{L}+|tod[oa]s l[oa]s \p{L}+|a menudo|de (?:niño|niña|pequeño|pequeña|joven|momento)|para (?:desayunar|cenar|comer))),? (?=\S)`,
  "iu",
);
const PREPOSITION = /^(?:en|con|desde|para|por|durante|de|entre|a) /i;
const SMALL = /^(?:(?:ya|no|nunca|siempre|solo|sólo|también|me|nos|casi) )*(\p{L}+)/iu;
/** Behind these comes a noun, even one that looks like a verb: "en mi trabajo". */
const BEFORE_NOUN =
  /^(?:el|la|los|las|un|una|mi|mis|tu|su|sus|nuestro|nuestra|de|del|en|con|para|por|al|a|que|mucho|poco|más|y|este|esta|otro)$/i;
const LONGEST = 6;

/** Moves aside what stands before the verb: "En mi proyecto usamos Go", "Los lunes nado". */
export function takeFront(clause: string): Fronted {
  const time = TIME.exec(clause);
  if (time) return { front: time[1] ?? "", rest: clause.slice(time[0].length) };
  if (!PREPOSITION.test(clause)) return { front: "", rest: clause };
  const words = clause.split(" ");
  for (let index = 2; index <= Math.min(LONGEST, words.length - 1); index += 1) {
    const rest = words.slice(index).join(" ");
    const verb = SMALL.exec(rest)?.[1] ?? "";
    if (isFirstPerson(verb) && !BEFORE_NOUN.test(words[index - 1] ?? "")) {
      return { front: words.slice(0, index).join(" ").replace(/,$/, ""), rest };
    }
  }
  return { front: "", rest: clause };
}

/** Puts what stood before the verb behind it. */
export function placeFront(front: string, predicate: string): string {
  const moved = front.charAt(0).toLowerCase() + front.slice(1);
  if (moved === "" || /^(?:ahora|actualmente|últimamente|de momento)$/.test(moved))
    return predicate;
  const isAdverb = /^(?:antes|siempre|normalmente|a veces)$/.test(moved);
  if (isAdverb) return `${moved} ${predicate}`;
  const [, told = predicate, comment = ""] =
    /^([^,]+)(, (?:no|ni|pero|sobre todo|solo|menos) .*)$/.exec(predicate) ?? [];
  return `${told} ${moved}${comment}`;
}
