import { termsOf } from "../text/analyze-text.ts";

/**
 * What people are to each other, by concept: the words that ask for it and state it, and behind the
 * bar those that only state it, because they say the same from the other end or more exactly. So
 * "who is her father?" is answered by "she is the daughter of …", and "my sister" not by "my brother".
 */
const ROLES: Readonly<Record<string, string>> = {
  sister: "sister sis half-sister stepsister schwester hermana soeur | twin",
  brother: "brother bro half-brother stepbrother bruder hermano frere | twin",
  sibling: "sibling siblings geschwister hermanos | sister brother twin",
  mother: "mother mom mum mama mummy mommy mutter madre mere | son daughter child parents",
  father: "father dad papa daddy vater padre pere | son daughter child parents",
  parent: "parent parents eltern padres | mother father mom mum dad son daughter child",
  son: "son sohn hijo fils boy | mother father parents",
  daughter: "daughter tochter hija fille girl | mother father parents",
  child: "child children kid kids baby kind kinder hijos | son daughter mother father parents",
  grandmother: "grandmother grandma granny nana gran oma abuela grandmere",
  grandfather: "grandfather grandpa granddad grandad opa abuelo grandpere",
  grandchild: "grandchild grandson granddaughter grandchildren enkel nieto nieta",
  aunt: "aunt auntie tante tia",
  uncle: "uncle onkel tio oncle",
  cousin: "cousin cousins primo prima kusine",
  nephew: "nephew neffe sobrino",
  niece: "niece nichte sobrina",
  inlaw: "mother-in-law father-in-law sister-in-law brother-in-law",
  godparent: "godfather godmother godparent patenonkel padrino madrina | godson goddaughter",
  partner: `wife husband spouse partner girlfriend boyfriend fiance fiancee ehefrau ehemann esposa esposo
    marido novio novia ; married marry marries wedding engaged dating verheiratet | together`,
  ex: "ex ex-wife ex-husband ex-girlfriend ex-boyfriend ; divorced",
  friend: "friend friends buddy pal mate freund freundin amigo amiga",
  neighbour: "neighbour neighbor nachbar nachbarin vecino vecina",
  flatmate: "flatmate roommate housemate mitbewohner mitbewohnerin | lives shares",
  colleague: "colleague coworker co-worker teammate kollege kollegin colega companero | works team",
  manager: `manager boss head leader chief supervisor director ceo principal headteacher executive president
    chair chairman chairwoman chef chefin leiter jefe jefa ; lead leads manage manages managed managing
    supervise supervises supervised run runs running report reports heads headed led leitet`,
  owner: `owner proprietor besitzer dueno ; own owns owned belong belongs belonged
    | bought has landlord landlady`,
  landlord: "landlord landlady vermieter casero | rent rents rented tenant",
  founder: `founder cofounder co-founder grunder fundador ; found founded founds start started starts
    establish established create created`,
  author: `author writer novelist autor autora ; write writes wrote written schrieb escribio`,
  doctor: `doctor physician gp surgeon dentist paediatrician pediatrician vet veterinarian therapist arzt
    arztin medico medica ; treat treats treated practice practise practises clinic`,
  teacher: `teacher tutor professor instructor lehrer lehrerin profesor maestro ; teach teaches taught`,
  coach: "coach trainer entrenador ; coaches coached train trains trained",
  conductor: "conductor dirigent ; conduct conducts conducted",
  mentor: "mentor advisor adviser ; mentors mentored supervise supervises",
  designer: "designer architect ; design designs designed",
  pet: "dog cat pet puppy kitten horse rabbit parrot hund katze perro gato",
  student: "student pupil apprentice schuler alumno",
};

/** What else relates people, places and things. */
const DEEDS: Readonly<Record<string, string>> = {
  work: `work works worked working job employer employee employed employs employ company firm office
    business workplace hire hires hired career joined arbeitet arbeit firma arbeitgeber trabaja trabajo
    empresa | shop workshop studio`,
  place: `live lives lived living reside resides home move moved moves house residence base based
    locate located location headquarters headquartered headquarter situated address seat wohnt lebt
    vive casa | stands lies`,
  origin: "origin native hometown birthplace born grew raised comes geboren nacio | from",
  study: `study studies studied school university college attend attends attended degree student
    thesis studiert schule universitat estudia escuela universidad | class course primary academy`,
  member: `member members membership club band group team ensemble choir orchestra society plays
    play played sing sings mitglied verein miembro | quartet trio philharmonic player singer
    goalkeeper striker joined`,
  meet: "know knows met meet meets acquainted kennt conoce",
  fund: "fund funds funded pay pays paid sponsor sponsors sponsored finance finances financed",
  make: "make makes made build builds built construct constructed baut | invented produced",
  sell: "sell sells sold trade trades shop store",
  teamwork: "partner business-partner together co-own collaborates",
  food: "restaurant cook cooks chef kitchen bakery cafe bakes",
  named: "name named nickname called known",
};

const asked = new Map<string, Set<string>>();
const held = new Map<string, Set<string>>();
const roles = new Set<string>();
for (const [concept, words] of [...Object.entries(ROLES), ...Object.entries(DEEDS)]) {
  const [both = "", only = ""] = words.replace(";", " ").split("|");
  for (const word of listWords(both)) {
    for (const form of formsOf(word)) {
      add(asked, form, concept);
      add(held, form, concept);
    }
  }
  for (const word of listWords(only)) for (const form of formsOf(word)) add(held, form, concept);
}
for (const words of Object.values(ROLES)) {
  for (const word of listWords(words.split(/[;|]/, 1)[0] ?? "")) roles.add(word);
}

function listWords(words: string): string[] {
  return words.trim().split(/\s+/).filter(Boolean);
}

function formsOf(word: string): string[] {
  // Analysis parts them, and "mother-in-law" would make every mother one.
  if (word.includes("-")) return [];
  return termsOf(word).filter((term) => !term.startsWith("#"));
}

function add(map: Map<string, Set<string>>, form: string, concept: string): void {
  map.set(form, (map.get(form) ?? new Set()).add(concept));
}

/** The relations that a word of a question asks for, the word or its English stem; none is usual. */
export function conceptsAsked(word: string): readonly string[] {
  return [...(asked.get(word) ?? [])];
}

/** The relations that a word of a memory states, the word or its English stem; none is usual. */
export function conceptsHeld(word: string): readonly string[] {
  return [...(held.get(word) ?? [])];
}

/** Whether an English noun says what somebody is to somebody: "sister", "landlord". */
export function isRole(noun: string): boolean {
  return roles.has(noun);
}
