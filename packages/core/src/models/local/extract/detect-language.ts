import type { LanguageCode } from "./language.ts";

/** Words that only one of the languages has, or has so often that it shows. */
const FUNCTION_WORDS: Readonly<Record<LanguageCode, ReadonlySet<string>>> = {
  en: new Set(
    "i i'm i've i'd im ive the a an and is are was were been my we our you your it to of for with have has had do does did don't not from at on in that this what how can he she they but or please am be me never call always used just about as live work like love also yes".split(
      " ",
    ),
  ),
  de: new Set(
    "ich bin habe hab mein meine meinen meinem meiner wir unser unsere und ist sind war der die das den dem ein eine einen einem einer nicht kein keine keinen mit für auf von zu zum zur im am in aus bei seit was wie wo du dir dich mir mich es sie er auch noch nur schon sehr bitte kannst kann als nach oder aber wohne heiße ja nein".split(
      " ",
    ),
  ),
  es: new Set(
    "yo soy estoy tengo mi mis nos nuestro nuestra nuestros y es son el la los las un una unos unas de del al en con para por que qué no ya muy como cómo se su sus lo le les pero o vivo trabajo gusta gustan encanta encantan tu tú te eres desde hace también más sí años hola gracias nunca siempre no a me bebo corro quiero prefiero hablo toco voy cambié hoy ayer ahora".split(
      " ",
    ),
  ),
};

/** Letters and endings that show a language where no small word does. */
const MARKS: readonly (readonly [RegExp, LanguageCode])[] = [
  [/[ñ¿¡]|[áíóú]|é\b/i, "es"],
  [/(?:ción|ando|iendo|aron|ieron|ono|inos|ilos|ones)(?!\p{L})/iu, "es"],
  [/[äöüß]/i, "de"],
  [/(?:ung|keit|heit|isch|ere|iere)(?!\p{L})/iu, "de"],
];

const SHORT_ANSWER = 24;

/**
 * Of which of the three languages a message is; `undefined` when nothing shows it. A short answer
 * is of the language of its question.
 */
export function detectLanguage(text: string, question = ""): LanguageCode | undefined {
  const asked = question === "" ? undefined : scoreLanguages(question);
  if (asked && text.length <= SHORT_ANSWER) return asked;
  return scoreLanguages(text) ?? asked;
}

function scoreLanguages(text: string): LanguageCode | undefined {
  const words =
    text
      .slice(0, 1_000)
      .toLowerCase()
      .match(/[\p{L}']+/gu) ?? [];
  const scores: Record<LanguageCode, number> = { en: 0, de: 0, es: 0 };
  for (const word of words) {
    for (const code of ["en", "de", "es"] as const) {
      if (FUNCTION_WORDS[code].has(word)) scores[code] += 1;
    }
  }
  for (const [mark, code] of MARKS) if (mark.test(text)) scores[code] += 1;
  const [best, second] = (["en", "de", "es"] as const).toSorted((a, b) => scores[b] - scores[a]);
  if (!best || scores[best] === 0) return undefined;
  if (scores[best] > scores[second ?? best]) return best;
  return scores.en === scores[best] ? "en" : undefined;
}
