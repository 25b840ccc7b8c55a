import { inflect, pluralOf } from "./inflect.ts";
import { ASKED, IMPERATIVES, IRREGULAR, IRREGULAR_THIRD, STRONG_STEMS, VERBS } from "./verbs.ts";

/** The forms of all verbs, each with the one of the same verb that is wanted in its place. */
interface Forms {
  /** First persons with the third person of their tense. */
  readonly thirdOf: Map<string, string>;
  readonly thirds: Set<string>;
  /** Third persons of the present: "envía" only looks like the past. */
  readonly presents: Set<string>;
  /** Infinitives with the third person of the present. */
  readonly presentOf: Map<string, string>;
  /** Imperatives without accents, with the third person of the subjunctive. */
  readonly wantedOf: Map<string, string>;
}

const FORMS: Forms = {
  thirdOf: new Map(Object.entries(IRREGULAR)),
  thirds: new Set(IRREGULAR_THIRD.split(" ")),
  presents: new Set(),
  presentOf: new Map([
    ["ser", "es"],
    ["ir", "va"],
    ["hacer", "hace"],
    ["tener", "tiene"],
  ]),
  wantedOf: new Map(Object.entries(IMPERATIVES)),
};
for (const stem of STRONG_STEMS.split(" ")) {
  for (const ending of ["e", "imos"]) FORMS.thirdOf.set(stem + ending, `${stem}o`);
  FORMS.thirds.add(`${stem}o`).add(stem + (stem.endsWith("j") ? "eron" : "ieron"));
}
for (const [change, infinitives] of VERBS) {
  for (const infinitive of infinitives.split(/\s+/)) {
    const { present, wanted, tenses } = inflect(infinitive, change);
    for (const [first, third] of tenses) {
      if (!FORMS.thirdOf.has(first)) FORMS.thirdOf.set(first, third);
      FORMS.thirds.add(third).add(pluralOf(third));
    }
    FORMS.presents.add(present);
    FORMS.presentOf.set(infinitive, present);
    if (!ASKED.includes(infinitive)) continue;
    for (const form of [present, wanted, infinitive.slice(0, -1)]) {
      FORMS.wantedOf.set(withoutAccents(form), wanted);
    }
  }
}

/** The verb that goes with "Usuario"; `undefined` when a word is no verb of the first person. */
export function toThirdPersonVerb(verb: string): string | undefined {
  const lower = verb.toLowerCase();
  return FORMS.thirdOf.get(lower) ?? (isThirdPerson(lower) ? undefined : guessThirdPerson(lower));
}

/** Whether a word is a form of a known verb that the one who speaks says of themselves. */
export function isFirstPerson(word: string): boolean {
  return FORMS.thirdOf.has(word.toLowerCase());
}

/** Whether a word is a form of a known verb that is said of others. */
export function isThirdPerson(word: string): boolean {
  return FORMS.thirds.has(word.toLowerCase());
}

/** The third person of an infinitive: "fumar" as "fuma". */
export function presentOf(infinitive: string): string {
  return FORMS.presentOf.get(infinitive) ?? infinitive.replace(/ar$/, "a").replace(/[ei]r$/, "e");
}

/** What "quiere que" asks for: "responde" as "responda". Knows familiar and polite imperatives. */
export function wantedOf(imperative: string): string | undefined {
  return FORMS.wantedOf.get(
    imperative
      .toLowerCase()
      .normalize("NFD")
      .replace(/\u0301/g, ""),
  );
}

function withoutAccents(word: string): string {
  return word
    .normalize("NFD")
    .replace(/\u0301/g, "")
    .normalize("NFC");
}

/** Whether a verb in the third person tells of the past. */
export function isPast(verb: string): boolean {
  return (
    (/(?:ó|aba|ía|aban|ían|[ijy]eron|aron)$/.test(verb) && !FORMS.presents.has(verb)) ||
    STRONG.test(verb) ||
    /^(?:era|eran|fue|iba|iban|dio|vio|hizo)$/.test(verb)
  );
}

const STRONG = new RegExp(`^(?:${STRONG_STEMS.replaceAll(" ", "|")})o$`);

const NO_VERB =
  /^(?:cuando|donde|cuanto|justo|resto|gusto|nuestro|esto|eso|otro|todo|mucho|poco|bueno|claro|pero|solo|sólo|luego|tanto|cuanto|uno|ello|año|tiempo|algo|nuevo|viejo|hijo|hermano|abuelo|perro|gato|amigo|primo|tío|ojo|pelo|cuerpo|correo|equipo|grupo|sueño|miedo|verano|invierno|domingo|supuesto|hasta|ambos|no|lo|yo|jueguito|café|bebé|té|qué|porqué|olé|gramos|kilogramos|tramos|ramos|menudo|fijo|serio|largo|corto|bajo|alto|caro|raro|justo|gratis|cero|ocho|cuatro|cinco|euro|kilo|metro|texto|caso|medio|sitio|precio|motivo)$/;
const LIKE_ADJECTIVE =
  /(?:[ai]d|os|(?<!if)ic|iv|er|ari|[aein]n|und|ísim|it|ill|tr|ct|ori|uc|il|al|ent|arr)o$/;

/** The third person of a verb that the list lacks, by its ending: "deployo" as "deploya". */
function guessThirdPerson(verb: string): string | undefined {
  if (NO_VERB.test(verb) || LIKE_ADJECTIVE.test(verb)) return undefined;
  if (verb.endsWith("ábamos")) return verb.replace(/ábamos$/, "aba");
  if (verb.endsWith("aba")) return verb;
  if (/ar(?:é|emos)$/.test(verb)) return verb.replace(/(?:é|emos)$/, "á");
  if (/..é$/.test(verb)) return verb.replace(/é$/, "ó");
  if (/..amos$/.test(verb)) return verb.replace(/mos$/, "");
  return /..[^o]o$/.test(verb) ? verb.replace(/o$/, "a") : undefined;
}
