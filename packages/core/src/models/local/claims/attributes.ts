import type { Attribute } from "./claim.ts";

const ATTRIBUTES: Readonly<Record<string, Attribute>> = {
  name: { cardinality: "one", kind: "fact", importance: 5 },
  age: { cardinality: "one", kind: "fact", importance: 3 },
  birthday: { cardinality: "one", kind: "fact", importance: 4 },
  home: { cardinality: "one", kind: "fact", importance: 5 },
  hometown: { cardinality: "many", kind: "fact", importance: 3 },
  job: { cardinality: "one", kind: "fact", importance: 4 },
  employer: { cardinality: "one", kind: "fact", importance: 4 },
  height: { cardinality: "one", kind: "fact", importance: 3 },
  timezone: { cardinality: "one", kind: "fact", importance: 4 },
  anniversary: { cardinality: "one", kind: "fact", importance: 4 },
  weight: { cardinality: "one", kind: "fact", importance: 3 },
  subscription: { cardinality: "one", kind: "fact", importance: 3 },
  budget: { cardinality: "one", kind: "fact", importance: 3 },
  income: { cardinality: "one", kind: "fact", importance: 3 },
  relationship_status: { cardinality: "one", kind: "fact", importance: 4 },
  partner: { cardinality: "one", kind: "fact", importance: 5 },
  diet: { cardinality: "many", kind: "preference", importance: 5 },
  allergy: { cardinality: "many", kind: "fact", importance: 5 },
  health: { cardinality: "many", kind: "fact", importance: 5 },
  children: { cardinality: "many", kind: "fact", importance: 5 },
  likes: { cardinality: "many", kind: "preference", importance: 3 },
  dislikes: { cardinality: "many", kind: "preference", importance: 3 },
  called: { cardinality: "one", kind: "instruction", importance: 5 },
  answer_language: { cardinality: "one", kind: "instruction", importance: 5 },
  answer_length: { cardinality: "one", kind: "instruction", importance: 5 },
  correction: { cardinality: "one", kind: "instruction", importance: 4 },
  reminder: { cardinality: "one", kind: "instruction", importance: 4 },
  instruction: { cardinality: "many", kind: "instruction", importance: 5 },
  plan: { cardinality: "many", kind: "event", importance: 3 },
  event: { cardinality: "many", kind: "event", importance: 3 },
};

const FAVORITE: Attribute = { cardinality: "one", kind: "preference", importance: 3 };
/** A rent, a bank: what one has one of at a time. */
const CURRENT: Attribute = { cardinality: "one", kind: "fact", importance: 3 };
const OTHER: Attribute = { cardinality: "many", kind: "fact", importance: 3 };

/** What is common to claims about `attribute`; unknown ones are facts of which many can hold. */
export function describeAttribute(attribute: string): Attribute {
  if (attribute.startsWith("favorite_")) return FAVORITE;
  return ATTRIBUTES[attribute] ?? (attribute.startsWith("current_") ? CURRENT : OTHER);
}
