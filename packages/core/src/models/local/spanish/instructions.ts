import { isForbidden, readImperative } from "./imperatives.ts";

const LASTING =
  /(?:^|,? )(?:a partir de ahora|de ahora en adelante|desde ahora|en adelante|en el futuro|por defecto|siempre que \p{L}+)(?=[ ,]|$),? ?/iu;
const ALWAYS = /(?<!\p{L})(?:siempre|nunca|jamás)(?!\p{L})/iu;
const STYLE =
  /(?<!\p{L})(?:emojis?|emoticonos?|viñetas|listas|markdown|tablas|jerga|tecnicismos|anglicismos|sistema métrico|celsius|fahrenheit|encabezados|abreviaturas|exclamaciones|lenguaje|tono|respuestas?|explicaciones|mensajes|cantidades|medidas|gramos|ejemplos|las cosas|víspera|antes|comentarios|tabs|espacios|fechas|números|cifras|precios|más (?:corto|breve|largo|claro|simple|sencillo)|avisos|antelación|citas)(?!\p{L})/iu;
const LANGUAGE = /(?<!\p{L})en (?:español|castellano|inglés|alemán|francés|catalán)(?!\p{L})/iu;

/** Nouns for what the assistant writes: "las recetas en gramos". */
const WRITTEN =
  "respuestas?|recetas|cantidades|medidas|fechas|precios|mensajes|explicaciones|ejemplos|temperaturas|distancias|avisos|recordatorios|unidades|cifras|resúmenes|listas|emojis|emoticonos|comentarios|tecnicismos|jerga|anglicismos|rodeos|markdown|viñetas|tablas|rollos|relleno|sermones";
const ELLIPTIC = new RegExp(
  String.raw`^(?:solo |mejor |siempre |prefiero |quiero )?((?:las |los )?(?:${WRITTEN}) (?:en|sin|con|de|por|más|muy|cort|brev|larg|detallad|concis|sencill).*)$`,
  "iu",
);
const UNWANTED = new RegExp(
  String.raw`^(?:nada de|sin|no quiero(?: más)?) ((?:${WRITTEN})(?!\p{L}).*)$`,
  "iu",
);
const UNITS =
  /^(?<all>(?:todo|siempre|mejor) )?en ((?:sistema métrico|gramos|kilos|kilómetros|km|celsius|grados celsius|euros|dólares|pesos|mililitros|ml)(?:(?:, | y |, y )?(?:no en )?\p{L}+){0,3})$/iu;

/** How the user wants to be answered from now on; `undefined` for a request of the moment. */
export function readInstruction(sentence: string): string | undefined {
  const isLasting = LASTING.test(sentence) || ALWAYS.test(sentence);
  const plain = sentence
    .replace(/, (?:que|porque|así) .*$/i, "")
    .replace(/[.!¡]+/g, "")
    .replace(LASTING, " ")
    .replace(/(?:^|,? )(?:por favor|porfa(?:vor|s|ite)?|pls|plis|please)(?=[ ,]|$),?/gi, " ")
    .replace(/^(?:sí|y|pero|uy|vale|oye|no(?=,)),? /i, "")
    .replace(/^(?:puedes|podrías|me puedes) /i, "")
    .replace(/\s+/g, " ")
    .trim();
  const name = /^(?:puedes llamarme|ll[aá]mame|dime|me puedes llamar) (\p{L}[\p{L} -]*)$/iu.exec(
    plain,
  )?.[1];
  if (name && /^\p{Lu}/u.test(name)) return `quiere que le llamen ${name}`;
  if (/^(?:tut[eé]ame|puedes tutearme|tr[aá]tame de tú|me puedes tutear)$/i.test(plain))
    return "quiere que le tuteen";
  const isPlease = /por favor|porfa|pls|plis|please/i.test(sentence);
  const wished = ELLIPTIC.exec(plain)?.[1];
  if (wished) return `quiere ${wished.charAt(0).toLowerCase()}${wished.slice(1)}`;
  const unwanted = UNWANTED.exec(plain)?.[1];
  if (unwanted) return `no quiere ${unwanted}`;
  const units = UNITS.exec(plain);
  if (units && (isPlease || isLasting || units.groups?.["all"])) {
    return `quiere ${units.groups?.["all"] ? "todo" : "las medidas"} en ${units[2] ?? ""}`;
  }
  const [first = "", ...others] = plain.split(" ");
  const rest = others.join(" ");
  const isStyle =
    STYLE.test(rest) ||
    LANGUAGE.test(rest) ||
    (/^sé$/i.test(first) &&
      /^(?:más |muy )?(?:breve|concis|direct|formal|informal|clar|amable|paciente)/i.test(rest)) ||
    /^(?:de )?(?:tú|vos|usted)$/i.test(rest);
  const polite = /^(?:prefiero|quiero|necesito) que (?:(me|nos) )?(\p{L}+[ae])s (.+)$/iu.exec(
    plain,
  );
  if (polite)
    return `${plain.startsWith("q") || plain.startsWith("Q") ? "quiere" : "prefiere"} que el asistente ${polite[1] ? "le " : ""}${polite[2]} ${toHim(polite[3] ?? "")}`;
  const clitic = /^no (?:me|nos) (\p{L}+[ae])s (.+)$/iu.exec(plain);
  if (
    clitic &&
    (isLasting || isStyle || isForbidden(`${clitic[1]}s`)) &&
    !/^(?:esto|eso|que|nada|más)(?!\p{L})/iu.test(clitic[2] ?? "")
  ) {
    return `quiere que el asistente no le ${clitic[1] === "de" ? "dé" : clitic[1]} ${toHim(clitic[2] ?? "")}`;
  }
  const negated = /^(?:no|nunca|jamás) (\p{L}+?)s (.+)$/iu.exec(plain);
  // "No uses librerías": what is said of things in general is meant to last.
  const isGeneral = isForbidden(`${negated?.[1]}s`) && /^\p{L}+s(?: |$)/u.test(negated?.[2] ?? "");
  if (!isLasting && !isStyle && !isGeneral) return undefined;
  if (negated && isSubjunctive(negated[1] ?? "")) {
    const no = first.toLowerCase();
    return `quiere que el asistente ${no} ${toHim(negated[1] ?? "")} ${toHim(negated[2] ?? "")}`;
  }
  const leading = /^siempre (\p{L}+) (.+)$/iu.exec(plain);
  const verb = readImperative(leading?.[1] ?? first);
  if (!verb) return undefined;
  return `quiere que el asistente ${leading ? "siempre " : ""}${verb} ${toHim(leading?.[2] ?? rest)}`.trim();
}

/** "uses", "respondas": what follows "no" in an order. */
function isSubjunctive(stem: string): boolean {
  return /[ea]$/.test(stem) && !/^(?:me|te|se|le|la|lo)$/.test(stem);
}

function toHim(text: string): string {
  return text
    .replace(/(?<!\p{L})(?:tus?)(?!\p{L})/gu, (word) => (word === "tu" ? "su" : "sus"))
    .replace(/(?<!\p{L})(?:mis?)(?!\p{L})/gu, (word) => (word === "mi" ? "su" : "sus"))
    .replace(/(?<!\p{L})me(?!\p{L})/gu, "le")
    .replace(/(?<=[aei]r)me(?!\p{L})/gu, "le");
}
