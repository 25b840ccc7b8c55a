const gendered = (word: string, meaning: string) =>
  [word, word.replace(/o$/, "a")].map((form) => [form, meaning] as const);

export const DIETS: Readonly<Record<string, string>> = Object.fromEntries(
  ["vegetariano", "vegano", "pescetariano", "pescatariano", "flexitariano", "omnívoro"].flatMap(
    (diet) => gendered(diet, diet),
  ),
);

export const EATING_RULES = [
  "sin gluten",
  "baja en carbohidratos",
  "keto",
  "cetogénica",
  "kosher",
  "halal",
  "mediterránea",
  "sin azúcar",
  "sin lactosa",
];

export const LANGUAGES =
  "alemán árabe búlgaro catalán checo chino coreano croata danés español castellano esperanto euskera vasco finés finlandés francés gallego griego guaraní hebreo hindi holandés húngaro indonesio inglés islandés italiano japonés latín mandarín neerlandés noruego persa polaco portugués quechua rumano ruso serbio sueco tailandés turco ucraniano valenciano vietnamita lengua_de_signos"
    .split(" ")
    .map((language) => language.replaceAll("_", " "));

export const NATIONALITY =
  "(?:español|español[a]|mexican[oa]|argentin[oa]|colombian[oa]|chilen[oa]|peruan[oa]|venezolan[oa]|ecuatorian[oa]|uruguay[oa]|paraguay[oa]|bolivian[oa]|cuban[oa]|dominican[oa]|puertorriqueñ[oa]|guatemaltec[oa]|hondureñ[oa]|salvadoreñ[oa]|nicaragüense|costarricense|panameñ[oa]|catalan[a]?|catalán|vasc[oa]|galleg[oa]|andaluz[a]?|alemán|alemana|francés|francesa|inglés|inglesa|italian[oa]|portugués|portuguesa|estadounidense|american[oa]|canadiense|brasileñ[oa]|chin[oa]|japonés|japonesa|marroquí|rumano|rumana|rus[oa]|ucranian[oa]|polac[oa]|suiz[oa]|austriac[oa]|belga|holandés|holandesa|sueco|sueca|noruego|noruega)";

export const CONDITIONS =
  "diabetes(?: tipo [12])?|asma|migrañas?|hipertensión|ansiedad|depresión|artritis|artrosis|epilepsia|celiaquía|TDAH|autismo|psoriasis|insomnio|apnea del sueño|colesterol(?: alto)?|hipotiroidismo|anemia|fibromialgia|endometriosis|cáncer|esclerosis múltiple|rinitis|dermatitis|vértigo|dislexia";

export const COUNTS =
  "(?:\\d{1,2}|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|varios|varias|unos|unas|muchos|muchas)";

export type KinKind = "partner" | "children" | "pet" | "family" | "contact";

const KIN: Readonly<Record<KinKind, string>> = {
  partner: "mujer marido esposa esposo novia novio pareja prometida prometido",
  children: "hijo hija hijos hijas bebé niño niña niños niñas gemelos mellizos hijastro hijastra",
  pet: "perrito perrita gatita perro perra gato gata perros gatos cachorro gatito conejo conejos hámster loro caballo yegua tortuga tortugas pez peces pájaro pájaros canario periquito cobaya hurón serpiente gallina gallinas mascota mascotas labrador caniche",
  family:
    "hermano hermana madre padre mamá papá abuelo abuela tío tía primo prima sobrino sobrina padres hermanos hermanas abuelos tíos primos sobrinos suegro suegra suegros cuñado cuñada nieto nieta nietos padrastro madrastra hermanastro hermanastra",
  contact:
    "amigo amiga jefe jefa compañero compañera vecino vecina médico médica doctora doctor dentista terapeuta psicóloga psicólogo profesor profesora entrenador entrenadora casero casera amigos socia socio niñera niñero canguro pediatra fisio gestor gestora abogada abogado tutor tutora nutricionista profe asistenta",
};

export const KIN_NOUNS: Readonly<Record<KinKind, readonly string[]>> = {
  partner: KIN.partner.split(" "),
  children: KIN.children.split(" "),
  pet: KIN.pet.split(" "),
  family: KIN.family.split(" "),
  contact: KIN.contact.split(" "),
};

export function kinKind(noun: string): KinKind | undefined {
  const lower = noun.toLowerCase();
  return (Object.keys(KIN_NOUNS) as KinKind[]).find((kind) => KIN_NOUNS[kind].includes(lower));
}

const MASCULINE =
  /^(?:bebé|jefe|padre|pez|hámster|labrador|caniche|novio|marido|papá|doctor|profesor|entrenador|problema|día|coche|móvil|ordenador|portátil|presupuesto|color|plan|nombre|cumpleaños|trabajo|examen|viaje|equipo|piso|dentista|cuerpo|pie)$/;
const FEMININE =
  /^(?:mujer|madre|mamá|mano|moto|foto|radio|tesis|serie|clase|noche|habitación|dirección|boda|edad|salud|voz|red|pareja)$/;

/** The article of a noun. */
export function articleOf(noun: string): "el" | "la" | "los" | "las" {
  const lower = noun.toLowerCase();
  if (/[^i]s$/.test(lower) && !MASCULINE.test(lower) && !FEMININE.test(lower)) {
    return /(?:as|iones|ades)$/.test(lower) ? "las" : "los";
  }
  if (FEMININE.test(lower)) return "la";
  if (MASCULINE.test(lower)) return "el";
  return /(?:a|ción|sión|dad|tad|umbre)$/.test(lower) ? "la" : "el";
}

const JOB_ENDINGS =
  /(?:or|ora|ero|era|ista|ólogo|óloga|ógrafo|ógrafa|ante|ente|iente|ario|aria|ico|ica|ivo|iva|ado|ada|tivo|tiva|tor|triz|nauta|arquitecto|arquitecta|abogado|abogada|piloto|policía|chef|juez|jueza|músico|música|maestro|maestra|médico|médica|autónomo|autónoma|freelance|jefe|jefa|ama de casa|amo de casa|ceo|guía|fontanero|becario|becaria|estudiante|soldado|bombero|gerente|consultor|consultora|fisioterapeuta|terapeuta|logopeda|bailarín|bailarina|actriz|actor|profe|monja|monje|cura|modelo|maquetador|socorrista|matrona|auxiliar|conserje|cocinero|camarero|comercial|funcionario|funcionaria|jubilado|jubilada|desarrollador|desarrolladora|programador|programadora|ingeniero|ingeniera|enfermero|enfermera|veterinario|veterinaria|profesor|profesora)$/i;
const NO_JOB =
  /^(?:vegetarian|vegan|soltero|soltera|casado|casada|divorciado|divorciada|viudo|viuda|alérgic|diabétic|asmátic|católic|cristian|seguidor|seguidora|lector|lectora|corredor|corredora|aficionado|aficionada|amante|fan|mayor|menor|mejor|peor|voluntari|zurd|diestr|celíac|intolerante|consciente|diferente|nuevo|nueva|simpátic|diagnosticad|operad|ingresad|hospitalizad|criad|adoptad|educad|invitad|despedid|negad|único|única|básico|básica|introvertid|extrovertid|nocturn|madrugador|madrugadora|fumador|fumadora|deportista|perfeccionista|optimista|pesimista|feminista|budista|ateo|atea|primera?|solter|miembro|padre|madre|hermano|hermana)/i;

/** Whether a noun, with what follows it, names a profession. */
export function isJob(phrase: string): boolean {
  const head = phrase.split(" ", 1)[0] ?? "";
  return JOB_ENDINGS.test(head) && !NO_JOB.test(head);
}
