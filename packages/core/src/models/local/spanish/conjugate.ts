/** First person singular to third, where it is irregular or the ending does not tell. */
const IRREGULAR: Readonly<Record<string, string>> = {
  soy: "es",
  estoy: "está",
  voy: "va",
  doy: "da",
  he: "ha",
  tengo: "tiene",
  mantengo: "mantiene",
  vengo: "viene",
  hago: "hace",
  digo: "dice",
  pongo: "pone",
  salgo: "sale",
  traigo: "trae",
  oigo: "oye",
  sé: "sabe",
  mido: "mide",
  acabo: "acaba",
  veo: "ve",
  conozco: "conoce",
  padezco: "padece",
  pertenezco: "pertenece",
  crezco: "crece",
  agradezco: "agradece",
  conduzco: "conduce",
  traduzco: "traduce",
  produzco: "produce",
  puedo: "puede",
  quiero: "quiere",
  prefiero: "prefiere",
  suelo: "suele",
  sigo: "sigue",
  persigo: "persigue",
  consigo: "consigue",
  elijo: "elige",
  dirijo: "dirige",
  recojo: "recoge",
  cojo: "coge",
  escojo: "escoge",
  duermo: "duerme",
  muevo: "mueve",
  vuelvo: "vuelve",
  resuelvo: "resuelve",
  pierdo: "pierde",
  entiendo: "entiende",
  defiendo: "defiende",
  enciendo: "enciende",
  sirvo: "sirve",
  pido: "pide",
  visto: "viste",
  siento: "siente",
  miento: "miente",
  construyo: "construye",
  huyo: "huye",
  río: "ríe",
  debo: "debe",
  bebo: "bebe",
  como: "come",
  corro: "corre",
  leo: "lee",
  creo: "cree",
  vendo: "vende",
  aprendo: "aprende",
  comprendo: "comprende",
  temo: "teme",
  meto: "mete",
  prometo: "promete",
  coso: "cose",
  tejo: "teje",
  recorro: "recorre",
  dependo: "depende",
  respondo: "responde",
  vivo: "vive",
  escribo: "escribe",
  subo: "sube",
  abro: "abre",
  asisto: "asiste",
  recibo: "recibe",
  comparto: "comparte",
  sufro: "sufre",
  imparto: "imparte",
  parto: "parte",
  discuto: "discute",
  decido: "decide",
  divido: "divide",
  permito: "permite",
  insisto: "insiste",
  resido: "reside",
  convivo: "convive",
  existo: "existe",
  aburro: "aburre",
  hice: "hizo",
  tuve: "tuvo",
  estuve: "estuvo",
  pude: "pudo",
  puse: "puso",
  quise: "quiso",
  supe: "supo",
  vine: "vino",
  dije: "dijo",
  traje: "trajo",
  conduje: "condujo",
  fui: "fue",
  di: "dio",
  vi: "vio",
  leí: "leyó",
  caí: "cayó",
  oí: "oyó",
  construí: "construyó",
  pedí: "pidió",
  seguí: "siguió",
  preferí: "prefirió",
  sentí: "sintió",
  dormí: "durmió",
  morí: "murió",
  elegí: "eligió",
  empecé: "empezó",
  comencé: "comenzó",
  almorcé: "almorzó",
  busqué: "buscó",
  toqué: "tocó",
  saqué: "sacó",
  practiqué: "practicó",
  publiqué: "publicó",
  llegué: "llegó",
  jugué: "jugó",
  pagué: "pagó",
};

/** First persons plural that are not made from the singular by their ending. */
const IRREGULAR_PLURAL: Readonly<Record<string, string>> = {
  somos: "es",
  estamos: "está",
  vamos: "va",
  hemos: "ha",
  tenemos: "tiene",
  hacemos: "hace",
  queremos: "quiere",
  podemos: "puede",
  fuimos: "fue",
  tuvimos: "tuvo",
  hicimos: "hizo",
  éramos: "era",
  íbamos: "iba",
  vivimos: "vive",
  preferimos: "prefiere",
  solemos: "suele",
  jugamos: "juega",
  pensamos: "piensa",
  empezamos: "empezó",
  volamos: "vuela",
  dormimos: "duerme",
};

// "nos mudamos" may be now or then; of changes in life it is said once they have happened.
const PAST_PLURAL: Readonly<Record<string, string>> = {
  mudamos: "mudó",
  casamos: "casó",
  divorciamos: "divorció",
  separamos: "separó",
  compramos: "compró",
  adoptamos: "adoptó",
  vendimos: "vendió",
  visitamos: "visitó",
  viajamos: "viajó",
  conocimos: "conoció",
  celebramos: "celebró",
  nacimos: "nació",
};

const NO_VERB =
  /^(?:nuestro|esto|eso|otro|todo|mucho|poco|cuando|bueno|claro|pero|solo|sólo|luego|tanto|cuanto|uno|ello|año|tiempo|algo|ninguno|alguno|primero|segundo|medio|mismo|nuevo|viejo|hijo|marido|hermano|abuelo|perro|gato|amigo|primo|tío|novio|ojo|pelo|cuerpo|correo|equipo|piso|grupo|sueño|miedo|verano|invierno|domingo|supuesto|era|hasta|además|ambos|no|lo|yo)$/;

/** The verb that goes with "Usuario"; `undefined` when a word is no verb of the first person. */
export function toThirdPersonVerb(verb: string): string | undefined {
  const lower = verb.toLowerCase();
  if (NO_VERB.test(lower)) return undefined;
  const irregular = IRREGULAR[lower] ?? IRREGULAR_PLURAL[lower] ?? PAST_PLURAL[lower];
  if (irregular) return irregular;
  if (/(?:aba|ía|era)$/.test(lower)) return lower;
  if (/ábamos$/.test(lower)) return lower.replace(/ábamos$/, "aba");
  if (/íamos$/.test(lower)) return lower.replace(/íamos$/, "ía");
  if (/aremos$|eremos$|iremos$/.test(lower)) return lower.replace(/emos$/, "á");
  if (
    /[aei]ré$/.test(lower) ||
    /(?:tendr|podr|vendr|har|saldr|pondr|querr|sabr|habr)é$/.test(lower)
  )
    return lower.replace(/é$/, "á");
  if (/é$/.test(lower)) return lower.replace(/é$/, "ó");
  if (/í$/.test(lower)) return lower.replace(/í$/, "ió");
  if (/amos$/.test(lower)) return lower.replace(/mos$/, "");
  if (/emos$/.test(lower)) return lower.replace(/mos$/, "");
  if (/imos$/.test(lower)) return lower.replace(/imos$/, "e");
  return /[^o]o$/.test(lower) ? lower.replace(/o$/, "a") : undefined;
}

/** The third person of an infinitive: "fumar" as "fuma". */
export function presentOf(infinitive: string): string {
  const irregular: Readonly<Record<string, string>> = {
    hacer: "hace",
    ser: "es",
    ir: "va",
    tener: "tiene",
    jugar: "juega",
    dormir: "duerme",
  };
  return irregular[infinitive] ?? infinitive.replace(/ar$/, "a").replace(/[ei]r$/, "e");
}

/** Whether a verb in the third person tells of the past. */
export function isPast(verb: string): boolean {
  return (
    /(?:ó|aba|[^g]ía)$/.test(verb) ||
    /^(?:era|fue|tuvo|estuvo|hizo|pudo|puso|quiso|supo|vino|dijo|trajo|condujo|dio|vio|hubo|iba)$/.test(
      verb,
    )
  );
}
