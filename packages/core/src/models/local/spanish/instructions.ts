const LASTING =
  /(?:^|,? )(?:a partir de ahora|de ahora en adelante|desde ahora|en adelante|en el futuro|por defecto|siempre que \p{L}+)(?=[ ,]|$),? ?/iu;
const ALWAYS = /(?<!\p{L})(?:siempre|nunca|jamás)(?!\p{L})/iu;
const STYLE =
  /(?<!\p{L})(?:emojis?|emoticonos?|viñetas|listas|markdown|tablas|jerga|tecnicismos|anglicismos|sistema métrico|celsius|fahrenheit|encabezados|abreviaturas|exclamaciones|lenguaje|tono|respuestas?|explicaciones|mensajes|cantidades|medidas|gramos|fechas|números|cifras|precios|más (?:corto|breve|largo|claro|simple|sencillo)|avisos)(?!\p{L})/iu;
const LANGUAGE = /(?<!\p{L})en (?:español|castellano|inglés|alemán|francés|catalán)(?!\p{L})/iu;

/** Imperatives as the subjunctive that "quiere que" asks for. */
const WANTED: Readonly<Record<string, string>> = {
  responde: "responda",
  contesta: "conteste",
  escribe: "escriba",
  habla: "hable",
  usa: "use",
  utiliza: "utilice",
  evita: "evite",
  mantén: "mantenga",
  haz: "haga",
  sé: "sea",
  da: "dé",
  dame: "le dé",
  explica: "explique",
  explícame: "le explique",
  incluye: "incluya",
  respóndeme: "le responda",
  contéstame: "le conteste",
  háblame: "le hable",
  escríbeme: "le escriba",
  trátame: "le trate",
  recomienda: "recomiende",
  sugiere: "sugiera",
  recuérdame: "le recuerde",
  avísame: "le avise",
  corrígeme: "le corrija",
  corrige: "corrija",
  ponme: "le ponga",
  pon: "ponga",
  enséñame: "le enseñe",
  muéstrame: "le muestre",
  tutéame: "le tutee",
  omite: "omita",
  quita: "quite",
  dime: "le diga",
  pregúntame: "le pregunte",
  responda: "responda",
  use: "use",
};

/** How the user wants to be answered from now on; `undefined` for a request of the moment. */
export function readInstruction(sentence: string): string | undefined {
  const isLasting = LASTING.test(sentence) || ALWAYS.test(sentence);
  const plain = sentence
    .replace(/, (?:que|porque|así) .*$/i, "")
    .replace(/[.!¡]+/g, "")
    .replace(LASTING, " ")
    .replace(/(?:^|,? )(?:por favor|porfa)(?=[ ,]|$),?/gi, " ")
    .replace(/^(?:sí|y|pero|uy|vale|oye|no(?=,)),? /i, "")
    .replace(/^(?:puedes|podrías|me puedes) /i, "")
    .replace(/\s+/g, " ")
    .trim();
  const name = /^(?:puedes llamarme|llámame|dime|me puedes llamar) (\p{L}[\p{L} -]*)$/iu.exec(
    plain,
  )?.[1];
  if (name && /^\p{Lu}/u.test(name)) return `quiere que le llamen ${name}`;
  if (/^(?:tutéame|puedes tutearme|trátame de tú)$/i.test(plain)) return "quiere que le tuteen";
  const short =
    /^(?:solo |prefiero |quiero )?(?:las )?(respuestas (?:cortas|breves|largas|detalladas|concisas|sencillas|más \p{L}+))$/iu.exec(
      plain,
    )?.[1];
  if (short) return `quiere ${short.charAt(0).toLowerCase()}${short.slice(1)}`;
  const [first = "", ...others] = plain.split(" ");
  const rest = others.join(" ");
  const isStyle =
    STYLE.test(rest) ||
    LANGUAGE.test(rest) ||
    (/^sé$/i.test(first) &&
      /^(?:más |muy )?(?:breve|concis|direct|formal|informal|clar|amable|paciente)/i.test(rest)) ||
    /^trátame$/i.test(first);
  const polite = /^(?:prefiero|quiero|necesito) que (?:(me|nos) )?(\p{L}+[ae])s (.+)$/iu.exec(plain);
  if (polite) return `${plain.startsWith("q") || plain.startsWith("Q") ? "quiere" : "prefiere"} que el asistente ${polite[1] ? "le " : ""}${polite[2]} ${toHim(polite[3] ?? "")}`;
  const clitic = /^no (?:me|nos) (\p{L}+[ae])s (.+)$/iu.exec(plain);
  if (clitic && (isLasting || isStyle)) {
    return `quiere que el asistente no le ${clitic[1] === "de" ? "dé" : clitic[1]} ${toHim(clitic[2] ?? "")}`;
  }
  const negated = /^(?:no|nunca|jamás) (\p{L}+?)s (.+)$/iu.exec(plain);
  if (!isLasting && !isStyle) return undefined;
  if (negated && isSubjunctive(negated[1] ?? "")) {
    const no = first.toLowerCase();
    return `quiere que el asistente ${no} ${toHim(negated[1] ?? "")} ${toHim(negated[2] ?? "")}`;
  }
  const leading = /^siempre (\p{L}+) (.+)$/iu.exec(plain);
  const verb = WANTED[(leading?.[1] ?? first).toLowerCase()];
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
