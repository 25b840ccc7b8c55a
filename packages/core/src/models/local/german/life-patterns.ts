import type { ClaimPattern } from "../claims/claim-pattern.ts";

/** What people say in German of who and where they are, of their work, their people, their money. */
export const LIFE_PATTERNS: readonly ClaimPattern[] = [
  {
    attribute: "name",
    says: ["S heißt {name}", "Ss Name ist|lautet {name}", "Ss Vorname ist {name}"],
    text: "S heißt {name}",
  },
  { attribute: "called", says: ["S möchte {name} genannt werden"] },
  {
    attribute: "answer_language",
    says: [
      "S möchte, dass der_Assistent [immer|nur|künftig] auf|in {language} antwortet|schreibt|spricht|erklärt",
    ],
  },
  {
    attribute: "answer_length",
    says: [
      "S möchte, dass der_Assistent seine Antworten {length} hält",
      "S möchte|bevorzugt {length} Antworten|Erklärungen",
    ],
  },
  {
    attribute: "age",
    says: [
      "S ist {number} [Jahre_alt|Jahre]",
      "S ist * {number} [Jahre_alt] geworden",
      "S wurde * {number} [Jahre_alt]",
    ],
    text: "S ist {number} Jahre alt",
  },
  {
    attribute: "birthday",
    says: ["Ss Geburtstag|Geburtsdatum ist [am|der] {date}"],
    text: "S hat am {date} Geburtstag",
  },
  {
    attribute: "birthday",
    says: [
      "S hat am {date} Geburtstag",
      "S wurde|ist am {date} geboren",
      "S wurde|ist am {date} in|bei {place} geboren",
    ],
    value: "{date}",
  },
  { attribute: "birth", says: ["S wurde|ist * geboren"], value: "geboren" },
  {
    attribute: "hometown",
    says: ["S kommt|stammt * aus {place}", "S ist * in|bei {place} aufgewachsen"],
  },
  {
    attribute: "partner",
    says: ["S ist [seit] * mit {name} verheiratet|verlobt|zusammen", "S hat * {name} geheiratet"],
  },
  { attribute: "relationship_status", says: ["S ist * {status}"] },
  { attribute: "relationship_status", says: ["S hat * geheiratet"], value: "verheiratet" },
  { attribute: "relationship_status", says: ["S hat sich * {ending}"], value: "getrennt" },
  { attribute: "nationality", says: ["S ist [ein|eine] {nationality}"] },

  {
    attribute: "home",
    says: [
      "S ist * von|aus {origin} nach|in {place} gezogen|umgezogen|übergesiedelt",
      "S ist * nach {place} gezogen|umgezogen|übergesiedelt",
      "S ist * in {place} gezogen|umgezogen",
      "S zog * nach {place}",
    ],
    text: "S wohnt in {place}",
    value: "{place}",
  },
  {
    attribute: "former_home",
    says: ["S hat * in|bei|auf {place} gewohnt|gelebt", "S wohnte|lebte * in|bei|auf {place}"],
  },
  { attribute: "home", says: ["S wohnt|lebt * in|bei|auf|nahe|am {place}"] },
  {
    attribute: "home",
    says: ["S schläft|übernachtet [erstmal|vorerst|vorübergehend] bei {thing}"],
  },

  {
    attribute: "employer",
    says: [
      "S hat * bei {org} gekündigt|aufgehört",
      "S hat * [den|seinen] Job bei {org} gekündigt|verloren|aufgegeben",
      "S wurde|ist * bei|von {org} entlassen|gekündigt",
    ],
    polarity: "ended",
  },
  {
    attribute: "job",
    says: [
      "S hat * [seinen|den] Job|Arbeit|Stelle gekündigt|verloren|aufgegeben",
      "S hat * gekündigt",
      "S wurde|ist * entlassen|gekündigt",
    ],
    value: "irgendein",
    polarity: "ended",
  },
  {
    attribute: "employer",
    says: ["S hat * bei {org} angefangen|begonnen"],
    text: "S arbeitet bei {org}",
  },
  { attribute: "job", says: ["S arbeitet * als {role}", "S hat * als {role} angefangen"] },
  { attribute: "employer", says: ["S arbeitet * bei|beim|an_der|am|an|für {org}"] },
  { attribute: "employer", says: ["S arbeitet * in_der|im|in_einem|in_einer {workplace}"] },
  {
    attribute: "employer",
    says: ["S hat * {post} bei {org} [gefunden|bekommen|angenommen]"],
    value: "{org}",
  },
  { attribute: "employer", says: ["S hat [wieder] {post} [gefunden|bekommen|angenommen]"] },
  { attribute: "job", says: ["S wurde|ist * zur|zum {role} befördert"], text: "S ist {role}" },
  { attribute: "trained_as", says: ["S ist gelernter|gelernte|ausgebildeter|ausgebildete {job}"] },
  { attribute: "employer", says: ["S ist * {jobless}"] },
  {
    attribute: "job",
    says: [
      "S ist [eine|ein|von_Beruf|beruflich|seit_Kurzem|neuerdings] {job}",
      "S ist {job} [von_Beruf|geworden]",
      "S ist * {workless}",
    ],
  },
  { attribute: "job", says: ["S leitet * {team}"], value: "leitet {team}" },
  {
    attribute: "learns_language",
    says: ["S lernt * {language}", "S nimmt * {language}unterricht"],
  },
  { attribute: "education", says: ["S studiert * {field}"] },
  { attribute: "education", says: ["S macht * eine|einen|ein|die|den {training}"] },

  { attribute: "partner", says: ["Ss {partnerkin} heißt {name}"], value: "{name}" },
  { attribute: "pet", says: ["Ss {petkin} heißt {names}"], value: "{names}" },
  { attribute: "children", says: ["Ss {childkin} heißt|heißen {names}"], value: "{names}" },
  { attribute: "family", says: ["Ss {familykin} heißt|heißen {names}"], value: "{names}" },
  { attribute: "contact", says: ["Ss {contactkin} heißt {name}"], value: "{name}" },
  {
    attribute: "pet",
    says: [
      "S hat eine|einen|ein {petkin} namens {names}",
      "S hat {count} {petkin} namens {names}",
      "S hat {count} {petkin}, {names}",
    ],
    value: "{names}",
  },
  {
    attribute: "children",
    says: ["S hat eine|einen|ein {childkin} namens {names}"],
    value: "{names}",
  },
  {
    attribute: "children",
    says: ["S hat {count} {childkin}, {names}", "S hat {count} {childkin} namens {names}"],
    value: "{names}",
  },
  {
    attribute: "family",
    says: ["S hat eine|einen|ein {familykin} namens {names}"],
    value: "{names}",
  },
  { attribute: "children", says: ["S hat {children}"] },
  { attribute: "children", says: ["S bekommt|erwartet * {offspring}"], value: "{offspring}" },
  {
    attribute: "income",
    says: ["S verdient [netto|brutto] * {amount}", "S hat|bekommt * {amount} netto|brutto"],
  },
  {
    attribute: "current_{measure}",
    says: ["Ss {measure} ist|beträgt|liegt_bei {amount}"],
    value: "{amount}",
  },
  {
    attribute: "current_{account}",
    says: [
      "S hat * {account} bei [der] {org}",
      "S ist * mit_dem|mit_der|mit_seinem|mit_seiner {account} zu|zur|zum {org} gewechselt|umgezogen",
      "S ist * mit_dem|mit_der {account} bei [der] {org}",
    ],
    value: "{org}",
  },
  { attribute: "weight", says: ["S wiegt [etwa|rund] {thing}"] },
  { attribute: "height", says: ["S ist {height} groß", "Ss Größe|Körpergröße ist {height}"] },
  { attribute: "former_job", says: ["S war * {job}"] },
  {
    attribute: "former_employer",
    says: ["S hat * bei {org} gearbeitet", "S arbeitete * bei {org}"],
  },
  { attribute: "children", says: ["S ist * Vater|Mutter von {thing}"] },
  { attribute: "pet", says: ["S hat {pets}"] },
  { attribute: "family", says: ["S hat {relatives}"] },
];

/** What may be said behind it: "… bei Bosch". */
export const GERMAN_TAILS: readonly ClaimPattern[] = [
  { attribute: "employer", after: ["job"], says: ["bei|beim {org}"], text: "S arbeitet bei {org}" },
  {
    attribute: "employer",
    after: ["job"],
    says: ["an_der {org}"],
    text: "S arbeitet an der {org}",
  },
  { attribute: "employer", after: ["job"], says: ["am {org}"], text: "S arbeitet am {org}" },
  {
    attribute: "hometown",
    after: ["job", "age", "relationship_status"],
    says: ["aus {place}"],
    text: "S kommt aus {place}",
  },
];
