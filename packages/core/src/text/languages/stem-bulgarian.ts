/** Endings that words of so many letters and more have, and what is left in their place. */
type Endings = readonly (readonly [least: number, ending: RegExp, left: string])[];

const ARTICLES: Endings = [
  [7, /ият$/, ""],
  [6, /(?:ът|то|те|та|ия)$/, ""],
  [5, /ят$/, ""],
];

const PLURALS: Endings = [
  [7, /вци$/, ""],
  [7, /ове$/, ""],
  [7, /еве$/, "й"],
  [6, /(?:ища|та)$/, ""],
  [6, /ци$/, "к"],
  [6, /зи$/, "г"],
  [6, /е(?<letter>.)и$/, "я$<letter>"],
  [5, /си$/, "х"],
  [5, /и$/, ""],
];

/**
 * A Bulgarian word without article and plural, as it stands in most of its forms.
 *
 * The light rules of Savoy, "Searching strategies for the Bulgarian language" (Information Retrieval
 * 2007). Those of @orama/stemmers (3.1.18) write into the word itself and throw on "зелен".
 */
export function stemBulgarian(word: string): string {
  if (word.length < 4) return word;
  if (word.length > 5 && word.endsWith("ища")) return word.slice(0, -3);
  let stem = withoutEnding(withoutEnding(word, ARTICLES), PLURALS);
  if (stem.length > 3) stem = stem.replace(/я$/, "").replace(/[аое]$/, "");
  if (stem.length > 4) stem = stem.replace(/ен$/, "н");
  if (stem.length > 5) stem = stem.replace(/ъ(?<last>.)$/, "$<last>");
  return stem;
}

/** The word without the first of the endings that it has. */
function withoutEnding(word: string, endings: Endings): string {
  const found = endings.find(([least, ending]) => word.length >= least && ending.test(word));
  return found === undefined ? word : word.replace(found[1], found[2]);
}
