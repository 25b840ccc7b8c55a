import type { ClaimPattern } from "../claims/claim-pattern.ts";

/** What people say of who they are, where they live, what they do and who belongs to them. */
export const LIFE_PATTERNS: readonly ClaimPattern[] = [
  {
    attribute: "name",
    says: ["S's [full|first|last|real] name is {name}"],
    text: "S's name is {name}",
  },
  { attribute: "called", says: ["S wants to be called {name}"] },
  {
    attribute: "answer_language",
    says: [
      "S wants the_assistant to [always|only] answer|reply|respond|speak|talk|write|explain [to_them|things|everything] in {language}",
      "S prefers|wants answers|explanations|replies in {language}",
    ],
  },
  {
    attribute: "correction",
    says: [
      "S wants the_assistant to [only|always] correct|fix {thing}",
      "S wants the_assistant not_to correct {thing}",
    ],
  },
  {
    attribute: "reminder",
    says: ["S wants the_assistant to [always] remind|warn|notify them {thing}"],
  },
  {
    attribute: "answer_length",
    says: [
      "S wants the_assistant to keep its|the|all answers|responses|replies|explanations|messages {length}",
      "S prefers|wants {length} answers|responses|replies|explanations",
      "S wants the_assistant to be [more|less|very] {length}",
    ],
  },
  {
    attribute: "age",
    says: [
      "S is {number} years_old|years_of_age|yo|y/o",
      "S is {age}",
      "S turned|has_turned {number} [years_old]",
    ],
    text: "S is {number}{age} years old",
    value: "{number}{age}",
  },
  {
    attribute: "birthday",
    says: ["S's birthday is [on] {thing}", "S was born on {date}"],
  },
  {
    attribute: "timezone",
    says: ["S is in|on {timezone}", "S's time_zone|timezone is {timezone}"],
  },
  { attribute: "anniversary", says: ["S's [{ordinal}] [wedding] anniversary is [on|in] {thing}"] },
  { attribute: "height", says: ["S is [about] {height} [tall]"] },
  { attribute: "birth", says: ["S was born {thing}"] },
  { attribute: "pronouns", says: ["S's pronouns are {thing}"] },
  {
    attribute: "partner",
    says: ["S is|got [happily] married|engaged to {name}", "S is dating|seeing {name}"],
  },
  { attribute: "relationship_status", says: ["S is|has_been [happily|newly] {status}"] },
  {
    attribute: "nationality",
    says: ["S is [a|an|half] {nationality} [citizen|national]"],
  },

  {
    attribute: "home",
    says: [
      "S moved|has_moved|relocated|has_relocated [back|over|away] from {origin} to {place}",
      "S moved|has_moved|relocated|has_relocated [back|over|out|here] to {place}",
    ],
    text: "S lives in {place}",
    value: "{place}",
  },
  {
    attribute: "home",
    says: [
      "S lives|resides|is_living|is_based|is_located|has_been_living|has_lived|has_been_based [alone|together] in|near|at|on|outside|by|out_of {place}",
      "S settled|has_settled [down] in {place}",
      "S's home is|is_in {place}",
    ],
  },
  { attribute: "home", says: ["S has been in {place} for|since {years}"], value: "{place}" },
  { attribute: "former_home", says: ["S lived|was_living|used_to_live in|near|on|at {place}"] },
  { attribute: "former_home", says: ["S moved_away|moved_out from|of {place}"] },
  {
    attribute: "hometown",
    says: [
      "S is|comes|hails from {place}",
      "S grew_up|was_raised|was_born_and_raised in|on|near {place}",
      "S's hometown is {place}",
    ],
  },

  {
    attribute: "employer",
    says: [
      "S quit|left|resigned_from|lost [their] [old] job|position|role at|with {org}",
      "S left|resigned_from {company}",
      "S was|got laid_off|fired|let_go from|by {org}",
      "S stopped_working at|for {org}",
    ],
    polarity: "ended",
  },
  {
    attribute: "job",
    says: [
      "S quit|left|resigned_from|lost their|the [old] job|position|role",
      "S was|got laid_off|fired|let_go",
    ],
    value: "any",
    polarity: "ended",
  },
  {
    attribute: "job",
    says: [
      "S works|is_working|has_worked|has_been_working [full-time|part-time] as [a|an|the] {role}",
    ],
  },
  {
    attribute: "job",
    says: [
      "S became|has_become|got_promoted_to|was_promoted_to|has_been_promoted_to|was_made [a|an|the] {job}",
      "S started [working|out] as [a|an|the] {job}",
    ],
    text: "S is a {job}",
  },
  {
    attribute: "job",
    says: [
      "S is|has_been a|an|the {job}",
      "S is|has_been [the] {title}",
      "S is|has_been {workless}",
    ],
  },
  { attribute: "job", says: ["S is|works|has_worked in {sector}"] },
  { attribute: "job", says: ["S's job|occupation|profession is [a|an|the] {role}"] },
  { attribute: "job", says: ["S teaches {thing}"], value: "teaches {thing}" },
  {
    attribute: "employer",
    says: [
      "S started|has_started [working|a_job|a_new_job|a_position|a_new_position|a_new_role] at|with {org}",
      "S got|landed|accepted a [new] job at|with {org}",
      "S joined {company}",
    ],
    text: "S works at {org}",
  },
  {
    attribute: "employer",
    says: [
      "S works|is_working|has_worked|has_been_working|is_employed [full-time|part-time] at|for|by {org}",
      "S's employer|company is [called] {org}",
      "S is|has_been with {firm}",
    ],
  },
  {
    attribute: "learns_language",
    says: [
      "S learns|is_learning|has_been_learning|is_studying|studies|started_learning|is_trying_to_learn|wants_to_learn|is_taking|would_like_to_learn|would_like_to_practise|would_like_to_practice|would_like_to_improve|practises|is_practising|is_practicing [their] {language} [lessons|classes]",
    ],
  },
  {
    attribute: "education",
    says: [
      "S studies|is_studying|majors_in|is_majoring_in {field}",
      "S is doing|pursuing|finishing|working_on a|an|their {degree}",
      "S attends|goes_to|is_at {school}",
    ],
  },

  {
    attribute: "partner",
    says: ["S's {partnerkin} is [called|named] {name}", "S's {partnerkin}'s name is {name}"],
    text: "S's {partnerkin} is called {name}",
  },
  {
    attribute: "relationship_status",
    says: ["S is_in_a|has_a [long-distance|serious|new] relationship"],
    value: "in a relationship",
  },
  {
    attribute: "relationship_status",
    says: ["S broke_up|split_up|separated|has_separated"],
    value: "separated",
  },
  { attribute: "relationship_status", says: ["S got|has_gotten {status}"] },
  {
    attribute: "relationship_status",
    says: ["S is|are|got back_together|together_again"],
    value: "in a relationship",
  },

  {
    attribute: "children",
    says: ["S's {childkin} is [called|named] {name}", "S's {childkin}'s name is {name}"],
    text: "S's {childkin} is called {name}",
    value: "{name}",
  },
  {
    attribute: "children",
    says: [
      "S has a|an|one|{count} {childkin} [named|called] {names}",
      "S has [{count}] {childkin}, {names}",
    ],
    value: "{names}",
  },
  { attribute: "children", says: ["S has {children}"] },
  {
    attribute: "children",
    says: ["S is|are expecting {offspring}"],
    value: "expecting {offspring}",
  },
  {
    attribute: "children",
    says: ["S is [a|the] [proud|single|new] mother|father|mom|mum|dad|parent of|to {thing}"],
  },

  {
    attribute: "pet",
    says: ["S's {petkin} is called|named {name}", "S's {petkin}'s name is {name}"],
    text: "S has a {petkin} named {name}",
    value: "{name}",
  },
  {
    attribute: "pet",
    says: ["S has|owns a|an|one|my|their {petkin} [named|called] {names}"],
    text: "S has a {petkin} named {names}",
    value: "{names}",
  },
  {
    attribute: "pet",
    says: [
      "S has|owns {count} {petkin} named|called {names}",
      "S has|owns {count} {petkin}, {names}",
    ],
    value: "{names}",
  },
  { attribute: "pet", says: ["S has|owns {pets}"] },
  { attribute: "breed", says: ["S is a|an {breed}"] },
  {
    attribute: "family",
    says: ["S's {familykin} is [called|named] {name}", "S's {familykin}'s name is {name}"],
    text: "S's {familykin} is called {name}",
    value: "{name}",
  },
  {
    attribute: "family",
    says: ["S has a|an|one {familykin} [named|called] {names}"],
    text: "S has a {familykin} named {names}",
    value: "{names}",
  },
  { attribute: "family", says: ["S has {relatives}"] },
  { attribute: "family", says: ["S is [an|the] {siblinghood}"] },
  { attribute: "contact", says: ["S's {contactkin} is [called|named] {name}"], value: "{name}" },
];
