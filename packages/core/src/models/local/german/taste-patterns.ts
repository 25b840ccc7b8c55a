import type { ClaimPattern } from "../claims/claim-pattern.ts";

/** What people say in German of what they eat and bear, like and dislike, speak and use. */
export const TASTE_PATTERNS: readonly ClaimPattern[] = [
  {
    attribute: "diet",
    says: [
      "S ist [ein|eine|strenger|strenge|überzeugter|überzeugte] {diet} [geworden]",
      "S ernährt_sich * {diet}",
      "S isst|lebt * {diet}",
    ],
  },
  { attribute: "diet_rule", says: ["S ernährt_sich * {rule}", "S isst|lebt * {rule}"] },
  { attribute: "eats", says: ["S isst * {food}"], each: true },
  { attribute: "eats", says: ["S verzichtet|meidet [auf] {food}"], each: true, polarity: "denied" },
  { attribute: "drinks", says: ["S trinkt * {food}"], each: true },
  {
    attribute: "smoking",
    says: ["S raucht", "S hat angefangen [zu] rauchen", "S ist Raucher|Raucherin"],
    value: "raucht",
  },
  {
    attribute: "smoking",
    says: [
      "S hat * mit dem Rauchen aufgehört",
      "S hat * aufgehört zu rauchen",
      "S hat * aufgehört, zu rauchen",
      "S ist Nichtraucher|Nichtraucherin",
      "S hat * geraucht",
    ],
    value: "raucht",
    polarity: "ended",
  },
  {
    attribute: "allergy",
    says: ["S ist * allergisch gegen|auf {things}", "S hat eine Allergie gegen|auf {things}"],
    each: true,
  },
  {
    attribute: "allergy",
    says: ["S ist * gegen|auf {things} allergisch", "S reagiert * allergisch auf {things}"],
    each: true,
  },
  {
    attribute: "allergy",
    says: [
      "S hat [eine] {allergen}allergie",
      "S hat [eine] {allergen}intoleranz",
      "S ist {allergen}intolerant",
    ],
    value: "{allergen}",
  },
  {
    attribute: "allergy",
    says: ["S verträgt * kein|keine|keinen {things}", "S verträgt {things} [gar|überhaupt] nicht"],
    each: true,
  },
  { attribute: "health", says: ["S ist {patient}"] },
  { attribute: "health", says: ["S hat {condition}", "S leidet * an|unter {thing}"] },

  {
    attribute: "dislikes",
    says: [
      "S hasst|verabscheut {things}",
      "S mag|liebt * kein|keine|keinen|nicht {things}",
      "S kann {things} nicht leiden|ausstehen|ab",
      "S mag {things} nicht",
    ],
    each: true,
  },
  {
    attribute: "dislikes",
    says: ["S gefällt|gefallen|schmeckt|schmecken {things} nicht", "S hat Angst vor {things}"],
    each: true,
  },
  {
    attribute: "likes",
    says: ["S mag|liebt|bevorzugt|genießt * {things}", "S steht auf {things}"],
    each: true,
  },
  {
    attribute: "likes",
    says: [
      "S gefällt|gefallen|schmeckt|schmecken * {things}",
      "S interessiert_sich * für {things}",
      "S begeistert_sich * für {things}",
      "S ist [ein|eine] [großer|große|riesiger|totaler] Fan von|vom|des {things}",
      "S hört * gerne|gern|am_liebsten {things}",
    ],
    each: true,
  },
  { attribute: "likes", says: ["S {activity} gerne|gern {thing}"], value: "{activity} {thing}" },
  {
    attribute: "favorite_{topic}",
    says: ["Ss Lieblings{topic} ist|sind|heißt {thing}"],
    value: "{thing}",
  },

  { attribute: "language", says: ["S spricht * {languages}", "S kann {languages}"], each: true },
  { attribute: "language", says: ["Ss Muttersprache ist {language}"] },
  {
    attribute: "tool",
    says: ["S ist|hat * von {origin} auf|zu {thing} umgestiegen|gewechselt"],
    value: "{thing}",
  },
  { attribute: "vehicle", says: ["S fährt eine|einen|ein {thing}"] },
  {
    attribute: "budget",
    says: ["Ss Budget ist|beträgt|liegt_bei [etwa|rund] {thing}", "S hat ein Budget von {thing}"],
  },
];
