const CURLY = /[\u2018\u2019\u02bc\uff07]/g;

/** A text whose apostrophes are all the one of typewriters. Nothing in it moves. */
export function straightenApostrophes(text: string): string {
  return text.replace(CURLY, "'");
}
