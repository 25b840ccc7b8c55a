import type { AnswerWords } from "../extract/answer-question.ts";

const LEAD = String.raw`(?:.*, |y |entonces |pero |vale,? |¿)*`;

function about(question: string): RegExp {
  return new RegExp(question, "i");
}

function closed(question: string): RegExp {
  return new RegExp(`^${LEAD}${question}$`, "i");
}

/** How Spanish answers are read. */
export const SPANISH_ANSWERS: AnswerWords = {
  yes: /^(?:sí|si(?=$|[,.! ])|claro|exacto|correcto|así es|efectivamente|por supuesto|vale)(?!\p{L})/iu,
  no: /^(?:no|nunca|ya no|para nada|ninguna?|qué va)(?!\p{L})/iu,
  open: [
    [
      about(
        "c[oó]mo te llamas|c[oó]mo se llama usted|cu[aá]l es (?:tu|su) nombre|c[oó]mo (?:puedo|debo) llamar|con qui[eé]n",
      ),
      "Me llamo {Answer}",
    ],
    [about("c[oó]mo se llama ((?:tu|su) [a-záéíóúñ ]+)$"), "$1 se llama {Answer}"],
    [about("d[oó]nde (?:vives|vive usted|resides)|en qu[eé] ciudad"), "Vivo en {Answer}", /^en /i],
    [about("de d[oó]nde (?:eres|es usted|vienes)"), "Soy de {Answer}", /^de /i],
    [about("cu[aá]ntos años|qu[eé] edad|(?:tu|su) edad"), "Tengo {Answer} años", / años$/i],
    [
      about("d[oó]nde trabajas|en qu[eé] empresa|para qui[eé]n trabajas"),
      "Trabajo en {Answer}",
      /^(?:en|para) /i,
    ],
    [
      about(
        "a qu[eé] te dedicas|en qu[eé] trabajas|cu[aá]l es (?:tu|su) (?:trabajo|profesi[oó]n|ocupaci[oó]n)|de qu[eé] trabajas|a qu[eé] se dedica",
      ),
      "Trabajo como {answer}",
      /^(?:como |de |soy )/i,
    ],
    [about("alergia|alérgic"), "Soy alérgico a {answer}", /^(?:yo,? )?(?:alérgic[oa] )?a /i],
    [
      about("cu[aá]l es (?:tu|su) ([a-záéíóúñ]+ (?:favorit[oa]|preferid[oa]))"),
      "Mi $1 es {Answer}",
    ],
    [
      about("para cu[aá]nt[oa]s (?:cocinas|personas|raciones|comensales)"),
      "Cocino para {answer}",
      /^para /i,
    ],
    [about("cu[aá]nt[oa]s (?:sois|son ustedes|personas)"), "Somos {answer}", /^(?:para |somos )/i],
    [about("(?:os|te|les?) (?:gustan?|encantan?|va|van) ([a-záéíóúñ ]+)$"), "{answer} $1"],
    [about("cu[aá]ndo es (?:tu|su) cumpleaños|cu[aá]ndo cumples"), "Mi cumpleaños es {Answer}"],
    [about("presupuesto"), "Mi presupuesto es de {Answer}", /^de /i],
    [about("qu[eé] idiomas|qu[eé] lenguas"), "Hablo {Answer}"],
    [about("tienes (?:alguna |algún |alguno )?(?:mascotas?|hijos|hermanos)"), "Tengo {answer}"],
    [about("c[oó]mo prefieres ([a-záéíóúñ ]+)$"), "Prefiero $1 {answer}"],
    [about("aficiones|pasatiempos|tiempo libre"), "Disfruto {answer}"],
    [about("tipo de dieta|qu[eé] dieta|restricciones alimentarias"), "Soy {answer}"],
  ],
  offers:
    /(?<!\p{L})(?:quieres|quiere|necesitas|sabes|conoces|puedo|podría|debería|te gustaría|le gustaría|quisieras|te ayudo|reservo|busco|te parece|prefieres que|es eso|está bien|tienes (?:alguna )?(?:pregunta|duda|otra|tiempo|preferencia))(?!\p{L})/iu,
  closed: [
    { question: closed("(?:todavía|aún|sigues) (?:eres )?(.+)"), yes: "Sigo $1", no: "Ya no $1" },
    { question: closed("(?:eres|es usted) (.+)"), yes: "Soy $1", no: "No soy $1" },
    { question: closed("(?:estás|está usted) (.+)"), yes: "Estoy $1", no: "No estoy $1" },
    {
      question: closed("(?:tienes|tiene usted) (?:alguna? |algún )?(.+)"),
      yes: "Tengo $1",
      no: "No tengo $1",
    },
    { question: closed("(?:vives|vive usted) (.+)"), yes: "Vivo $1", no: "No vivo $1" },
    { question: closed("(?:trabajas|trabaja usted) (.+)"), yes: "Trabajo $1", no: "No trabajo $1" },
    { question: closed("(?:comes|come usted) (.+)"), yes: "Como $1", no: "No como $1" },
    { question: closed("(?:bebes|bebe usted) (.+)"), yes: "Bebo $1", no: "No bebo $1" },
    { question: closed("(?:fumas|fuma usted)()"), yes: "Fumo", no: "No fumo" },
    {
      question: closed("te (gustan?|encantan?|interesan?) (.+)"),
      yes: "Me $1 $2",
      no: "No me $1 $2",
    },
    { question: closed("(?:hablas|habla usted) (.+)"), yes: "Hablo $1", no: "No hablo $1" },
  ],
  toFirstPerson: (text) =>
    text
      .replace(/(?<!\p{L})(?:tu|su)(?!\p{L})/giu, "mi")
      .replace(/(?<!\p{L})(?:tus|sus)(?!\p{L})/giu, "mis"),
  hasVerb: /(?<!\p{L})(?:es|son|está|están|era|fue|hay|tiene|puede|soy|estoy|tengo)(?!\p{L})/iu,
  goesOn: /,? (?:y|pero|porque) (?=(?:yo|mi|soy|tengo|estoy|me|nos)(?!\p{L}))|; | - /iu,
  isSentence:
    /^(?:yo(?!,)|soy|estoy|tengo|me|mi|mis|vivo|trabajo|nos|es|eso|qué|cómo|puedes|por favor|gracias|no|ya)(?!\p{L})/iu,
};
