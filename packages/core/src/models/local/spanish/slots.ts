import { alternatives } from "../../../text/alternatives.ts";
import type { Slots } from "../claims/compile-pattern.ts";
import {
  CONDITIONS,
  COUNTS,
  DIETS,
  EATING_RULES,
  isJob,
  KIN_NOUNS,
  LANGUAGES,
  NATIONALITY,
} from "./vocabulary.ts";

function until(words: string): string {
  // A comma ends a word, but not a number: "1,5 litros".
  const word = String.raw`(?:[^\s,]|,(?=\d))+`;
  return String.raw`${word}(?:,? (?!(?:${words})(?: |$))${word})*`;
}

const CLAUSE = "porque|cuando|mientras|aunque|pero|así que|ya que|si|donde|que";
const TIME = String.raw`desde|durante|en \d{4}|en \p{L}+ de \d{4}|el \d{1,2} de|en la semana|todos los|todas las|cada|hace|por las|por la|de (?:lunes|martes|miércoles|jueves|viernes|\d)`;
const ARTICLE = /^(?:el|la|los|las|un|una|unos|unas|mi|mis|su|sus|al)\s+/i;
const QUANTITY =
  /^(?:(?:un poco de|algo de|bastante|bien el|bien|perfectamente)\s+|a los |a las |a la |al |el |la |los |las |un |una |su |sus )/i;
const SPOKEN = String.raw`(?:(?:un poco de|algo de|bien|bastante|perfectamente) )?(?:el )?(?:${alternatives(LANGUAGES)})`;
const NAME = String.raw`\p{Lu}[\p{L}'-]+(?: (?:(?:de|del|de la) )?\p{Lu}[\p{L}'-]*){0,3}`;
const HAVING = String.raw`(?:un|una|${COUNTS}) `;

function kin(kind: keyof typeof KIN_NOUNS): string {
  return String.raw`(?:${alternatives(KIN_NOUNS[kind])})(?![\p{L}-])`;
}

/** What the slots of the Spanish patterns hold. */
export const SPANISH_SLOTS: Slots = {
  name: { pattern: NAME },
  names: { pattern: String.raw`${NAME}(?:(?:, | y | e )${NAME}){0,4}` },
  place: {
    pattern: until(`${CLAUSE}|${TIME}|con|y|para|por|junto|a|actualmente`),
    accepts: (value) =>
      !/^(?:casa|dos|tres|cuatro|cinco|seis|siete|ocho|\d|paz|forma|problemas|pareja|la semana|su|mi)\b/i.test(
        value,
      ),
  },
  birthplace: {
    pattern: until(`${CLAUSE}|${TIME}|con|y|para|por|actualmente`),
    accepts: (value) =>
      /^(?:la |el |las |los )?\p{Lu}|^un(?:a)? (?:pueblo|ciudad|isla|aldea|barrio)/u.test(value),
  },
  town: { pattern: until(`${CLAUSE}|${TIME}|con|y`), accepts: (value) => /^\p{Lu}/u.test(value) },
  origin: { pattern: until("a|para") },
  job: { pattern: until(`${CLAUSE}|${TIME}|en|con|y|para|a`), drops: ARTICLE, accepts: isJob },
  role: {
    pattern: until(`${CLAUSE}|${TIME}|en|con|y|para`),
    drops: ARTICLE,
    accepts: (value) =>
      !/^\p{Lu}/u.test(value) &&
      !/^(?:tardes?|mañanas?|noches?|día|turnos?|lunes|martes|miércoles|jueves|viernes|sábados?|domingos?|\d.*|verdad|nuevo|todo|lo)(?!\p{L})/iu.test(
        value,
      ),
  },
  workless: {
    pattern: "(?:pre)?jubilad[oa]|en paro|desemplead[oa]|sin trabajo|retirad[oa]|de baja|parad[oa]",
  },
  org: {
    pattern: until(`${CLAUSE}|${TIME}|como|y|con|desde`),
    drops: ARTICLE,
    accepts: (value) =>
      /\p{Lu}/u.test(value) ||
      !/^(?:casa|remoto|turnos?|equipo|línea|verano|eso|ello|lo|marcha|serio)\b/i.test(value),
  },
  field: {
    pattern: until(`${CLAUSE}|${TIME}|en|con|y|para`),
    accepts: (value) =>
      !/^(?:mucho|poco|más|menos|todo|toda|para|el|la|los|las|en|con)(?!\p{L})/iu.test(value),
  },
  degree: {
    pattern: String.raw`(?:máster|doctorado|grado|carrera|curso|FP|tesis|prácticas|oposiciones)\b.*`,
  },
  number: {
    pattern: String.raw`(?:\d{1,3}|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|dieciséis|diecisiete|dieciocho|diecinueve|veinte|(?:treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa)(?: y \p{L}+)?)`,
  },
  count: { pattern: COUNTS },
  length: { pattern: "cort[oa]s?|breves?|larg[oa]s?|detallad[oa]s?|concis[oa]s?" },
  status: {
    pattern: "solter[oa]|casad[oa]|divorciad[oa]|viud[oa]|comprometid[oa]|separad[oa]|prometid[oa]",
  },
  partnerkin: { pattern: kin("partner") },
  childkin: { pattern: kin("children") },
  petkin: { pattern: kin("pet") },
  familykin: { pattern: kin("family") },
  contactkin: { pattern: String.raw`(?:mejor |peor )?${kin("contact")}` },
  quality: { pattern: String.raw`[\p{L}-]+(?: de \d+ años)?` },
  children: { pattern: `${HAVING}${kin("children")}(?!,| llamad).*`, drops: ARTICLE },
  pets: { pattern: `${HAVING}${kin("pet")}(?!,| llamad).*`, drops: ARTICLE },
  relatives: { pattern: `${HAVING}${kin("family")}(?!,| llamad).*`, drops: ARTICLE },
  diet: { pattern: `(?:${alternatives(Object.keys(DIETS))})`, means: DIETS },
  rule: { pattern: `(?:${alternatives(EATING_RULES)})` },
  food: {
    pattern: until(`${CLAUSE}|${TIME}|con|en|antes|después|por|sin|otra`),
    drops: QUANTITY,
    accepts: (value) =>
      !/^(?:con|por|para|nada|después|antes|fuera|bien|mal|mucho|poco|más|menos|en|a|de|sano|tarde|pronto)(?!\p{L})/iu.test(
        value,
      ),
  },
  condition: { pattern: `(?:${CONDITIONS})` },
  measure: { pattern: String.raw`\d+(?:[.,]\d+)?(?: ?(?:kg|kilos?|cm|m|metros?)(?!\p{L}))?` },
  thing: { pattern: until(`${CLAUSE}|${TIME}`), drops: ARTICLE },
  things: {
    pattern: until(`${CLAUSE}|sobre todo|especialmente|en particular|en especial`),
    drops: QUANTITY,
    accepts: (value) =>
      !/^(?:esto|eso|esta|este|ese|esa|tu|tus|lo|la idea|que|mucho|más)\b(?! )|\b(?:tu|tus|usted|ti)\b/i.test(
        value,
      ),
  },
  language: { pattern: `(?:${alternatives(LANGUAGES)})` },
  languages: { pattern: String.raw`${SPOKEN}(?:(?:, | y | e )${SPOKEN})*`, drops: QUANTITY },
  nationality: { pattern: NATIONALITY },
  topic: {
    pattern: String.raw`[\p{L}]+`,
    means: {
      color: "color",
      comida: "food",
      plato: "food",
      película: "movie",
      serie: "show",
      libro: "book",
      canción: "song",
      animal: "animal",
      ciudad: "city",
      bebida: "drink",
      música: "music",
      deporte: "sport",
      juego: "game",
      equipo: "team",
      grupo: "band",
      banda: "band",
      postre: "dessert",
      estación: "season",
    },
  },
  date: { pattern: String.raw`(?:el )?\d{1,2} de \p{L}+(?: de \d{4})?`, drops: ARTICLE },
};
