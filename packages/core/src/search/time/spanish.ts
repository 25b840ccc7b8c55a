import { SPANISH_CALENDAR } from "../../text/dates/spanish.ts";
import type { Ordinal, TimeWords } from "./time-words.ts";
import { wordSet } from "./word-set.ts";

/** Stems of "I shall", which ends as "I compared" does: "haré" and "preparé". */
const FUTURE =
  "ha|hab|i|se|esta|da|ve|tend|pond|pod|sald|vend|quer|di|come|bebe|viaja|compra|visita|trabaja|vivi|necesita|deja";

/** How Spanish asks about times. */
export const SPANISH: TimeWords = {
  calendar: SPANISH_CALENDAR,
  tells: wordSet(
    "que donde cual quien cuando como por mi mis el la los las en es de un una tengo yo he fue era con al para a y",
  ),
  phrases: [
    "(?:el )?{weekday} de la {unit} {trailing}",
    "{date} de {month}(?: (?:de|del) {year})?",
    String.raw`(?<!(?:por|de) la ){day}`,
    "(?<rolling>(?:en )?(?:los|las) últim[oa]s(?: {n})?) {unit}",
    "(?:el |la )?{unit} {trailing}",
    String.raw`(?<=(?:^|\s))el (?<unit>fin de semana)(?! de (?:mi|nuestro) )`,
    "(?:el |la )?{offset} {unit}",
    "(?:el |la )?{season} {trailing}",
    "(?:el |la )?{offset} {season}",
    "(?:el )?{weekday} {trailing}",
    "(?:el )?{offset} {weekday}",
    "(?:el )?{month} {trailing}",
    "(?<ago>hace) (?<vague>unos|unas|un par de|algunos|algunas|varios|varias) {unit}",
    "(?<ago>hace) {n} {unit}",
    "(?:dentro de|en) {n} {unit}",
    "(?:{third} )?{month} (?:de|del) {year}",
    "{third} {month}",
    "{third} {year}",
    "(?:{third} )?(?:{month}|{season}|{feast}) (?:de|del) {offset} (?<unit>año)",
    "(?:{third} )?(?:{month}|{season}|{feast}) del (?<unit>año) {trailing}",
    "{season} (?:de|del) {year}",
    "(?:la |las |el )?{feast} {trailing}",
    "{feast} (?:de|del) {year}",
    String.raw`(?<=(?:^|\s)(?:en|por|desde|hasta|para|durante|tras|antes de|después de|entre|y|el) )(?:la |las |el )?{feast}`,
    "(?:{third} )?los (?:años )?{decade}",
    String.raw`(?<=(?:^|\s)(?:en|desde|hasta|para|de|a|antes de|después de|entre|y) ){month}`,
    String.raw`(?<=(?:^|\s)(?:en|desde|hasta|para) )(?:el |la )?{season}`,
    String.raw`(?<=(?:^|\s)(?:en|de|hasta|desde|durante|a|antes de|después de|entre|y|el año|del año) ){year}`,
    String.raw`(?<=(?:^|\s)(?:el|este|hasta el|antes del|para el) ){weekday}`,
  ],
  bounds: {
    since: /(?<!\p{L})desde\s+(?:el |la )?$/iu,
    from: /(?<!\p{L})(?:desde|a partir de)\s+(?:el |la )?$/iu,
    until: /(?<!\p{L})hasta\s+(?:el |la )?$/iu,
    before: /(?<!\p{L})antes del?\s+(?:el |la )?$/iu,
    after: /(?<!\p{L})después del?\s+(?:el |la )?$/iu,
  },
  to: /^\s*(?:y|a|hasta|[-–])\s*(?:el )?$/i,
  past: new RegExp(
    String.raw`(?<!\p{L})(?:fue(?:ron)?|fui(?:ste|mos)?|(?:estuv|tuv|vin|pus|dij|pud)imos|eran?|hub[oí]a?|había|hice|hizo|hicimos|tuv[eo]|estuv[eo]|pude|pudo|vi|vio|(?:sol|viv|ten|hac|quer|com|beb|le|sab|dec|pod|sal|conduc)ía[sn]?|\p{L}{2,}aba[sn]?|iba[sn]?|íbamos|(?!(?:por)?qué|caf[eé]|bebé|(?:${FUTURE})ré(?!\p{L}))\p{L}{2,}(?:é|ió|aste|aron|ieron)|viví|\p{L}{3,}ó|(?:he|ha|hemos) \p{L}+(?:ado|ido|to|cho))(?!\p{L})`,
    "iu",
  ),
  perfect: /(?!)/,
  present: new RegExp(
    String.raw`(?<!\p{L})(?:es|son|está|estoy|tengo|tiene|hay|voy|va|puedo|debo|(?:${FUTURE})r(?:é|ás?|emos|án))(?!\p{L})`,
    "iu",
  ),
  first: /(?<!\p{L})(?:primer(?:[oa]s?)?|al principio|originalmente|inicialmente)(?!\p{L})/iu,
  last: /(?<!\p{L})(?:últim[oa]s?|más recientes?)(?!\p{L})/iu,
  second: nth("segund[oa]"),
  third: nth("tercer[oa]?"),
  now: /(?<!\p{L})(?:recientemente|últimamente|ahora|actual(?:es|mente)?|hoy en día|en este momento)(?!\p{L})/iu,
  former:
    /(?<!\p{L})(?:solía[ns]?|anterior(?:es|mente)?(?! (?:mensaje|conversación))|antigu[oa]s? (?:trabajo|empleo|jefe|jefa|dirección|casa|piso|empresa|coche|teléfono|número|escuela)|ex-?\p{L}*|ya no|en aquel entonces|originalmente)(?!\p{L})/iu,
  formerInPast: /(?<!\p{L})(?:antes|primer(?:[oa]s?)?|al principio)(?!\p{L})/iu,
  previous: /(?<!\p{L})(?:antes|anterior|antigu[oa])(?!\p{L})/iu,
  change: /(?<!\p{L})(?:(?:ha|han|he) cambiado|cambi[éó]|cambio de opinión)(?!\p{L})/iu,
  when: /^\P{L}*(?:cuándo|cuánto tiempo|cuántos (?:días|meses|años)|cuántas semanas) (?:vivía|viví|trabaj(?:aba|é)|estudi(?:aba|é)|tenía|tuve|dejé|cambié|me mudé)(?!\p{L})/iu,
  plain:
    /(?<!\p{L})(?:recomienda|recomiéndame|sugiere|sugiéreme|ayúdame|dame|escribe|planea|debo|deberíamos?|dije|dijo|contado|dicho|mencion(?:é|ado)|pregunt(?:é|ado)|hablado|hablamos)(?!\p{L})/iu,
  anchors: [
    /(?<!\p{L})(?:en|por) (?<yearly>(?<weekend>el fin de semana de )?(?:mi|nuestro) (?:cumpleaños|aniversario))(?!\p{L})/iu,
    /(?<!\p{L})entre (?<between>(?:el|la|mi|nuestr[oa]) .+?) y (?<until>.+)/iu,
    /(?<!\p{L})(?:(?<close>justo|poco) )?antes del? (?:que )?(?<before>.+)/iu,
    /(?<!\p{L})(?:(?<close>justo|poco) )?(?:después del?|desde) (?:que )?(?<after>.+)/iu,
    /(?<!\p{L})(?:cuando|mientras|durante)\s+(?<during>.+)/iu,
  ],
  lasting: /^(?:\p{L}+ )?(?:vivía|trabajaba|estudiaba|era|tenía|estaba)(?!\p{L})/iu,
  states: /(?<!\p{L})(?:vivía|trabajaba|estudiaba|enseñaba|tenía|usaba|conducía)(?!\p{L})/iu,
  idle: /(?<!\p{L})(?:con el tiempo|a lo largo de los años|hoy en día|en este momento|antes(?! del?(?!\p{L}))|ahora|actualmente|recientemente|últimamente|anteriormente|originalmente|en aquel entonces)(?!\p{L})/giu,
  anything: wordSet(
    "ido pasé pasamos fui fue fuimos fueron esto eso este ese esta esa ahora qué que cuál quién dónde he ha hice hizo hacer hecho pasó ocurrió tengo tiene pendiente pendientes planes plan previsto hay me le yo el la los las en de para a mi y desde hasta durante entre año",
  ),
  names: /(?<=[\p{L},]\s+)\p{Lu}[\p{L}\p{M}]*/gu,
};

function nth(word: string): Ordinal {
  const asks = "(?:a )?(?:qué|cuál|dónde|quién|cuándo)";
  const which = String.raw`(?:mi|su|nuestr[oa]|el|la) (?:${word})(?!\p{L})`;
  return {
    asked: new RegExp(String.raw`^\P{L}*${asks}(?!\p{L}).* ${which}`, "iu"),
    told: new RegExp(String.raw`(?<!\p{L})(?:${word})(?!\p{L})`, "iu"),
  };
}
