const WORD = /[\p{L}\p{M}\p{N}]+(?:'\p{L}+)*/gu;

/** Written in small letters only, of a script that has capitals. */
const SMALL = /^[\p{Ll}\p{M}']+$/u;

// English, German, Spanish, French, Italian, Portuguese, Dutch, Polish, Russian, Turkish.
const NEGATIONS: ReadonlySet<string> = new Set(
  `no not never none nobody nothing neither nor without cannot
  nicht nichts nie niemals niemand ohne weder kein keine keinen keinem keiner keines
  nunca jamás sin ni nadie nada ninguno ninguna ningún tampoco
  ne pas jamais sans rien aucun aucune personne
  non mai senza né nessuno nessuna niente
  não nem sem ninguém nenhum nenhuma
  niet niets nooit geen niemand zonder
  nie nigdy nikt nic bez ani
  не нет ни никогда никто ничего без
  değil yok hiç`.split(/\s+/),
);

/**
 * The words of a text that turn its meaning when one of them changes, or changes its place: numbers,
 * names, negations, and the first word. In their order, in lower case, separated by spaces.
 *
 * A name is what has a capital letter. In scripts without capitals, such as Arabic, Chinese or Hindi,
 * nothing tells names from other words, and all count.
 */
export function turningWordsOf(text: string): string {
  const words = text.normalize("NFC").replaceAll("’", "'").match(WORD) ?? [];
  return words
    .filter((word, index) => index === 0 || isTurning(word))
    .join(" ")
    .toLowerCase();
}

function isTurning(word: string): boolean {
  return !SMALL.test(word) || NEGATIONS.has(word) || word.endsWith("n't");
}
