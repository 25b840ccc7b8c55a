import type { ClaimPattern } from "../claims/claim-pattern.ts";

/** What people say of how they eat, feel, spend their time, and of what they have. */
export const TASTE_PATTERNS: readonly ClaimPattern[] = [
  {
    attribute: "diet",
    says: [
      "S became|turned|went|has_become|has_gone|has_turned|has_been [a|an|fully] {diet}",
      "S follows|eats|switched_to|started a|an|the {diet} diet",
    ],
    text: "S is {diet}",
  },
  { attribute: "diet", says: ["S is [a|an] {diet}", "S is on a|an {diet} diet"] },
  {
    attribute: "diet_rule",
    says: ["S is on|follows|eats [a|an|the] {rule} [diet]", "S eats|is|went {rule}"],
  },
  {
    attribute: "eats",
    says: ["S avoids [eating] {food}", "S stays_away_from {food}"],
    each: true,
    polarity: "denied",
  },
  {
    attribute: "eats",
    says: [
      "S started|has_started|resumed|began|is|went_back_to eating {food}",
      "S started|has_started|began to_eat {food}",
    ],
    text: "S eats {food}",
    each: true,
  },
  {
    attribute: "drinks",
    says: [
      "S started|has_started|resumed|began|went_back_to drinking {food}",
      "S started|has_started|began to_drink {food}",
    ],
    text: "S drinks {food}",
    each: true,
  },
  { attribute: "eats", says: ["S eats|can_eat {food}"], each: true },
  {
    attribute: "eats",
    says: ["S gave_up|has_given_up|cut_out|quit|has_quit {foodstuff}"],
    each: true,
    polarity: "ended",
  },
  {
    attribute: "drinks",
    says: ["S has_cut|cut down [on] {beverage} to {thing}", "S is_down to {thing} of {beverage}"],
    value: "{thing} {beverage}",
  },
  { attribute: "drinks", says: ["S drinks {food}"], each: true },
  { attribute: "drinks", says: ["S drinks"], value: "alcohol" },
  { attribute: "smoking", says: ["S smokes [cigarettes]", "S is a smoker"], value: "smokes" },
  {
    attribute: "allergy",
    says: [
      "S is|am allergic to {things}",
      "S has [a|an] [severe] allergy|allergies|intolerance to {things}",
    ],
    each: true,
  },
  {
    attribute: "allergy",
    says: [
      "S has [a|an] [severe|mild|bad|serious] {allergen} allergy|allergies|intolerance",
      "S is {allergen} intolerant",
      "S is {allergen}-intolerant",
      "S is intolerant to {allergen}",
    ],
  },
  { attribute: "health", says: ["S is|has_been {impairment}"] },
  { attribute: "health", says: ["S gets {sickness}"] },
  {
    attribute: "health",
    says: [
      "S has_had|has [a|an|mild|severe|chronic] {condition}",
      "S suffers|is_suffering from {ailment}",
      "S was|got|has_been diagnosed with {ailment}",
    ],
  },

  {
    attribute: "dislikes",
    says: [
      "S hates|dislikes|detests|despises|loathes|cannot_stand|cannot_bear|cannot_abide|cannot_stomach|cannot_be_doing_with [eating] {things}",
      "S does_not like|love|enjoy|care_for {things}",
      "S is_not a_fan_of|a_big_fan_of|a_huge_fan_of|into|keen_on|fond_of {things}",
      "S is_afraid|is_scared|is_terrified of {things}",
    ],
    each: true,
  },
  {
    attribute: "likes",
    says: [
      "S likes|loves|enjoys|adores|prefers|digs {things}",
      "S is a_fan_of|a_big_fan_of|a_huge_fan_of|a_lover_of|into|fond_of|keen_on|interested_in|passionate_about|obsessed_with|crazy_about|mad_about|nuts_about|hooked_on {things}",
      "S has always loved|liked {things}",
    ],
    each: true,
  },
  { attribute: "likes", says: ["S is a [big|huge] {passion} lover|fan|enthusiast|buff|addict"] },
  {
    attribute: "favorite_{topic}",
    says: [
      "S's favorite|favourite {topic} is|are [called] {thing}",
      "S's all-time favorite|favourite {topic} is|are {thing}",
    ],
    value: "{thing}",
  },

  {
    attribute: "language",
    says: ["S speaks|can_speak {languages}", "S is [also] fluent|bilingual in {languages}"],
    each: true,
  },
  {
    attribute: "language",
    says: ["S's native_language|mother_tongue|first_language is {language}"],
  },
  {
    attribute: "tool",
    says: ["S is all_in_on|all-in_on {thing}", "S switched|changed|converted [over] to {company}"],
  },
  {
    attribute: "tool",
    says: ["S switched|moved|migrated|changed from {origin} to {thing}"],
    value: "{thing}",
  },
  { attribute: "skill", says: ["S knows {company} [well|inside_out]"] },
  { attribute: "weight", says: ["S weighs [about|around] {amount}"] },
  {
    attribute: "subscription",
    says: ["S is on|has the {plan}", "S moved|upgraded|switched|downgraded [up] to the {plan}"],
    text: "S is on the {plan}",
  },
  { attribute: "vehicle", says: ["S drives|rides a|an|my|their {thing}"] },
  {
    attribute: "budget",
    says: ["S's budget [for_{purpose}] is [about|around] {thing}", "S has a budget of {thing}"],
  },
];
