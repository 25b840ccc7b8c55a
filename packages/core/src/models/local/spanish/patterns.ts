import type { ClaimPattern } from "../claims/claim-pattern.ts";

/** What people say about themselves in Spanish. */
export const SPANISH_PATTERNS: readonly ClaimPattern[] = [
  {
    attribute: "name",
    says: ["S se_llama {name}", "S's nombre es {name}"],
    text: "S se llama {name}",
  },
  { attribute: "called", says: ["S quiere que le llamen {name}"] },
  {
    attribute: "answer_language",
    says: [
      "S quiere que el_asistente [siempre] responda|conteste|escriba|hable|explique [siempre] en {language}",
    ],
  },
  {
    attribute: "answer_length",
    says: [
      "S quiere|prefiere respuestas [más] {length}",
      "S quiere que el_asistente le responda|conteste [más] {length}",
    ],
  },
  {
    attribute: "age",
    says: ["S tiene {number} años", "S cumplió|ha_cumplido * {number} [años]"],
    text: "S tiene {number} años",
  },
  {
    attribute: "birthday",
    says: ["S's cumpleaños es {date}", "S cumple_años {date}", "S nació {date}"],
    value: "{date}",
  },
  { attribute: "birth", says: ["S nació {thing}"] },
  {
    attribute: "partner",
    says: [
      "S está casado|casada|comprometido|comprometida con {name}",
      "S sale con {name}",
      "S se_casó con {name}",
    ],
  },
  { attribute: "relationship_status", says: ["S está|es|sigue [felizmente] {status}"] },
  { attribute: "relationship_status", says: ["S se casó"], value: "casado" },
  { attribute: "relationship_status", says: ["S se divorció"], value: "divorciado" },
  {
    attribute: "relationship_status",
    says: [
      "S se_separó|se_ha_separado",
      "S se_ha_separado",
      "S rompió con {name}",
      "S lo_dejó|ha_roto con {thing}",
    ],
    value: "separado",
  },
  { attribute: "nationality", says: ["S es [un|una] {nationality}"] },
  {
    attribute: "job",
    says: [
      "S es [un|una] {job}",
      "S está {workless}",
      "S es {workless}",
      "S trabaja * como|de {role}",
      "S se_dedica a [la] {role}",
      "S se_dedica al {role}",
      "S trabaja por_cuenta_propia",
    ],
  },
  { attribute: "job", says: ["S fue ascendido|ascendida a {role}"], text: "S es {role}" },

  {
    attribute: "home",
    says: [
      "S se_mudó|se_trasladó|se_ha_mudado * de {origin} a {place}",
      "S se_mudó|se_trasladó|se_ha_mudado * a {place}",
    ],
    text: "S vive en {place}",
    value: "{place}",
  },
  {
    attribute: "former_home",
    says: ["S vivió|vivía|ha_vivido * en {place}", "S antes vivía en {place}"],
  },
  {
    attribute: "home",
    says: ["S vive|reside|está_viviendo * en|cerca_de {place}", "S lleva * viviendo en {place}"],
  },
  { attribute: "former_employer", says: ["S [antes] trabajaba|trabajó en|para {org}"] },
  {
    attribute: "former_job",
    says: ["S [antes] era|fue [un|una] {job}", "S [antes] trabajaba|trabajó de|como {role}"],
  },
  { attribute: "weight", says: ["S pesa [unos] {measure}"] },
  { attribute: "height", says: ["S mide {measure}"] },
  {
    attribute: "hometown",
    says: [
      "S es|viene [originario|originaria|natural] de {birthplace}",
      "S creció|se_crio|se_crió * en {place}",
    ],
  },

  {
    attribute: "employer",
    says: [
      "S dejó su|el trabajo|empleo|puesto en {org}",
      "S renunció a|en {org}",
      "S ya_no trabaja en|para {org}",
      "S fue despedido|despedida de {org}",
    ],
    polarity: "ended",
  },
  {
    attribute: "job",
    says: [
      "S dejó su|el trabajo|empleo|puesto",
      "S perdió su|el trabajo|empleo",
      "S fue despedido|despedida",
    ],
    value: "cualquiera",
    polarity: "ended",
  },
  {
    attribute: "employer",
    says: ["S empezó|comenzó|ha_empezado * a_trabajar|un_trabajo|un_nuevo_trabajo en {org}"],
    text: "S trabaja en {org}",
  },
  { attribute: "employer", says: ["S trabaja * en|para {org}"] },
  {
    attribute: "learns_language",
    says: ["S está_aprendiendo|aprende|está_estudiando|estudia {language}"],
  },
  {
    attribute: "education",
    says: [
      "S estudia|está_estudiando|estudió|ha_estudiado {field}",
      "S hace|cursa|está_haciendo un|una {degree}",
    ],
  },

  { attribute: "partner", says: ["S's {partnerkin} se_llama|es {name}"], value: "{name}" },
  {
    attribute: "pet",
    says: ["S's {petkin} se_llama {name}"],
    text: "S tiene un {petkin} llamado {name}",
    value: "{name}",
  },
  { attribute: "children", says: ["S's {childkin} se_llama|se_llaman {names}"], value: "{names}" },
  { attribute: "family", says: ["S's {familykin} se_llama|se_llaman {names}"], value: "{names}" },
  { attribute: "contact", says: ["S's {contactkin} se_llama|es {name}"], value: "{name}" },
  {
    attribute: "pet",
    says: ["S tiene un|una {petkin} que_se_llama|llamado|llamada {name}"],
    value: "{name}",
  },
  {
    attribute: "pet",
    says: [
      "S tiene {count} {petkin}, {names}",
      "S tiene {count} {petkin} llamados|llamadas {names}",
    ],
    value: "{names}",
  },
  {
    attribute: "children",
    says: [
      "S tiene un|una {childkin} [de_{number}_años] que_se_llama|llamado|llamada {name}",
      "S tiene un|una {childkin}, {name}",
    ],
    value: "{name}",
  },
  {
    attribute: "children",
    says: [
      "S tiene {count} {childkin}, {names}",
      "S tiene {count} {childkin} llamados|llamadas {names}",
    ],
    value: "{names}",
  },
  {
    attribute: "family",
    says: ["S tiene un|una {familykin} que_se_llama|llamado|llamada {name}"],
    value: "{name}",
  },
  { attribute: "children", says: ["S tiene {children}"] },
  { attribute: "pet", says: ["S tiene {pets}"] },
  { attribute: "family", says: ["S tiene {relatives}"] },
  { attribute: "children", says: ["S es padre|madre de {thing}"] },

  { attribute: "diet", says: ["S es|se_hizo|se_ha_hecho|se_volvió [un|una] {diet}"] },
  { attribute: "diet_rule", says: ["S sigue|hace|lleva una dieta {rule}"] },
  { attribute: "eats", says: ["S come de_todo"], value: "de todo" },
  { attribute: "eats", says: ["S come * {food}", "S puede_comer {food}"], each: true },
  { attribute: "eats", says: ["S evita [comer] {food}"], each: true, polarity: "denied" },
  {
    attribute: "eats",
    says: ["S empezó|ha_empezado|volvió a_comer {food}"],
    text: "S come {food}",
    each: true,
  },
  { attribute: "drinks", says: ["S bebe {food}"], each: true },
  { attribute: "smoking", says: ["S fuma"], value: "fuma" },
  { attribute: "smoking", says: ["S lleva * sin fumar"], value: "fuma", polarity: "ended" },
  {
    attribute: "allergy",
    says: [
      "S es|soy [muy] alérgico|alérgica a|al {things}",
      "S tiene alergia a|al {things}",
      "S es intolerante a|al {things}",
      "S tiene intolerancia a|al {things}",
    ],
    each: true,
  },
  {
    attribute: "health",
    says: ["S tiene {condition}", "S padece|sufre [de] {thing}"],
    value: "{condition}{thing}",
  },

  { attribute: "health", says: ["S es celíaco|celíaca"], value: "celiaquía" },

  {
    attribute: "dislikes",
    says: [
      "S odia|detesta|aborrece {things}",
      "S no soporta|aguanta [comer] {things}",
      "S no le|les gusta|gustan|encanta|encantan|va|van|convence|convencen [nada|mucho|demasiado] {things}",
      "S no es fan de {things}",
      "S le_da_asco|le_dan_asco|le_da_miedo|le_dan_miedo|le_da_pánico|le_dan_pánico|le_aburre|le_aburren {things}",
    ],
    each: true,
  },
  {
    attribute: "likes",
    says: [
      "S le|les gusta|gustan|encanta|encantan|interesa|interesan|apasiona|apasionan|fascina|chifla|chiflan|mola|molan|flipa|flipan|pirra|pirran [mucho] {things}",
      "S es [muy|gran|un_gran|una_gran] fan|aficionado|aficionada|amante de|del|al {things}",
      "S prefiere|adora|ama {things}",
      "S disfruta [de|con|del] {things}",
    ],
    each: true,
  },
  {
    attribute: "favorite_{topic}",
    says: [
      "S's {topic} favorito|favorita|preferido|preferida es {thing}",
      "S's {topic} favorito|favorita es la|el {thing}",
    ],
    value: "{thing}",
  },

  {
    attribute: "language",
    says: [
      "S habla {languages}",
      "S sabe [hablar] {languages}",
      "S entiende|domina|chapurrea {languages}",
    ],
    each: true,
  },
  {
    attribute: "language",
    says: ["S's lengua_materna|idioma_materno|idioma_nativo es {language}"],
  },
  {
    attribute: "tool",
    says: [
      "S cambió|pasó|se_pasó|migró|ha_cambiado|se_ha_pasado|ha_pasado|ha_migrado de {origin} a {thing}",
    ],
    value: "{thing}",
  },
  { attribute: "vehicle", says: ["S conduce|maneja un|una {thing}"] },
  {
    attribute: "budget",
    says: ["S's presupuesto es [de] {thing}", "S tiene un presupuesto de {thing}"],
  },
];

export const SPANISH_TAILS: readonly ClaimPattern[] = [
  { attribute: "employer", after: ["job"], says: ["en {org}"], text: "S trabaja en {org}" },
  {
    attribute: "hometown",
    after: ["age", "nationality", "job"],
    says: ["de {town}"],
    text: "S es de {town}",
  },
];
