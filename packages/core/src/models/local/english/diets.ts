import { listWords } from "./list-words.ts";

/** Ways of eating that exclude each other. */
export const DIETS = listWords(`
  vegetarian, vegan, pescatarian, pescetarian, flexitarian, omnivore, plant-based, carnivore
`);

/** Rules of eating that go with any diet. */
export const EATING_RULES = listWords(`
  low-carb, low carb, gluten-free, gluten free, dairy-free, dairy free, sugar-free,
  lactose-free, keto, paleo, halal, kosher, mediterranean, low-sodium, low-fat, raw food,
  carnivore, low-FODMAP
`);
