const SHORTEST = 3;

/**
 * A German word without its inflection.
 *
 * The steps of CISTEM (Weissweiler and Fraser, "Developing a Stemmer for German Based on a
 * Comparative Analysis of Publicly Available Stemmers", 2017), which joins the persons of a verb
 * ("ich wohne", "sie wohnt") where Snowball keeps them apart.
 */
export function stemGerman(word: string): string {
  // Consonant clusters and vowel pairs count as one letter, doubled letters end in a sign.
  let stem = word
    .replaceAll("ü", "u")
    .replaceAll("ö", "o")
    .replaceAll("ä", "a")
    .replaceAll("ß", "ss")
    .replace(/^ge(?=.{4})/, "")
    .replaceAll("sch", "$")
    .replaceAll("ei", "%")
    .replaceAll("ie", "&")
    .replace(/(.)\1/g, "$1*");
  for (;;) {
    const shorter = withoutEnding(stem);
    if (shorter === stem) break;
    stem = shorter;
  }
  return stem
    .replace(/(.)\*/g, "$1$1")
    .replaceAll("%", "ei")
    .replaceAll("&", "ie")
    .replaceAll("$", "sch");
}

function withoutEnding(stem: string): string {
  if (stem.length <= SHORTEST) return stem;
  if (stem.length > SHORTEST + 2 && /(?:em|er|nd)$/.test(stem)) return stem.slice(0, -2);
  return stem.replace(/[tesn]$/, "");
}
