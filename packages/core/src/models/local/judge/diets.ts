import type { Claim } from "../claims/claim.ts";
import type { Relation } from "./relation.ts";

type FoodGroup = "meat" | "fish" | "dairy" | "eggs";

/** What each way of eating leaves out, in the words of the three languages. */
const EXCLUDED: Readonly<Record<string, readonly FoodGroup[]>> = {
  vegan: ["meat", "fish", "dairy", "eggs"],
  vegano: ["meat", "fish", "dairy", "eggs"],
  "plant-based": ["meat", "fish", "dairy", "eggs"],
  vegetarian: ["meat", "fish"],
  vegetarisch: ["meat", "fish"],
  vegetariano: ["meat", "fish"],
  pescatarian: ["meat"],
  pescetarian: ["meat"],
  pescetarisch: ["meat"],
  pescetariano: ["meat"],
  pescatariano: ["meat"],
};

const GROUPS: readonly (readonly [FoodGroup, RegExp])[] = [
  [
    "meat",
    /(?<!\p{L})(?:(?:red )?meat|chicken|beef|pork|turkey|lamb|steaks?|bacon|ham|sausages?|burgers?|poultry|duck|(?:\p{L}+)?fleisch|huhn|hähnchen|rind|schwein|speck|schinken|wurst|pute|carne|pollo|cerdo|ternera|jamón|cordero|pavo|tocino)(?!\p{L})/iu,
  ],
  [
    "fish",
    /(?<!\p{L})(?:fish|salmon|tuna|seafood|shellfish|shrimps?|prawns?|sushi|cod|fisch|lachs|thunfisch|meeresfrüchte|garnelen|pescado|salmón|atún|marisco|gambas|bonito)(?!\p{L})/iu,
  ],
  [
    "dairy",
    /(?<!\p{L})(?:dairy|milk|cheese|butter|yogh?urt|cream|milch|käse|joghurt|sahne|milchprodukte|lácteos|leche|queso|mantequilla|yogur)(?!\p{L})/iu,
  ],
  ["eggs", /(?<!\p{L})(?:eggs?|eier|ei|huevos?)(?!\p{L})/iu],
];

/** "And is otherwise", in the language of the fact. */
function otherwise(fact: string): string {
  if (fact.startsWith("Nutzer")) return "und ist sonst";
  return fact.includes("suario") ? "y por lo demás es" : "and is otherwise";
}

/** How claims about diets and foods go together: a vegetarian who eats fish is one no longer quite. */
export function compareDiets(fact: Claim, memory: Claim, memoryText: string): Relation | undefined {
  if (fact.attribute === "diet" && memory.attribute === "eats") {
    return compareDietWithFood(fact, memory);
  }
  if (fact.attribute === "eats" && memory.attribute === "diet") {
    return compareFoodWithDiet(fact, memory, memoryText);
  }
  return undefined;
}

function groupOf(value: string): FoodGroup | undefined {
  return GROUPS.find(([, words]) => words.test(value))?.[0];
}

/** Whether a diet leaves out what a claim about food speaks of. */
function excludes(diet: Claim, food: Claim): boolean {
  const group = groupOf(food.value);
  const excluded = EXCLUDED[diet.value.toLowerCase()] ?? [];
  return diet.polarity === "affirmed" && group !== undefined && excluded.includes(group);
}

function compareDietWithFood(fact: Claim, memory: Claim): Relation | undefined {
  if (!excludes(fact, memory)) return undefined;
  return memory.polarity === "affirmed"
    ? { type: "contradicts", reason: `${fact.value} leaves out what the memory says is eaten` }
    : { type: "refines", reason: `${fact.value} says that, and more` };
}

function compareFoodWithDiet(fact: Claim, memory: Claim, memoryText: string): Relation | undefined {
  if (!excludes(memory, fact)) return undefined;
  if (fact.polarity !== "affirmed") {
    return { type: "same", reason: `${memory.value} says that already` };
  }
  const reason = `${memory.value} leaves out ${fact.value}, which is eaten now`;
  // Who eats meat is no vegetarian in any sense; who eats fish still leaves out the meat.
  if (groupOf(fact.value) === "meat" || /\b(?:fish|fisch|pescado)\b/i.test(memoryText)) {
    return { type: "contradicts", reason };
  }
  const text = `${fact.text} ${otherwise(fact.text)} ${memory.value}`;
  return { type: "contradicts", text, reason };
}
