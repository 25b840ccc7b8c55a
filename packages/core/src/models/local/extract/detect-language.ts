import { straightenApostrophes } from "../../../text/straighten-apostrophes.ts";
import type { LanguageCode } from "./language.ts";

/** Words that only one of the languages has, or has so often that it shows. */
const FUNCTION_WORDS: Readonly<Record<LanguageCode | "other", string>> = {
  en: "i i'm i've i'd im ive the a an and is are was were been my we our you your it to of for with have has had do does did don't not from at on in that this what how can he she they but or please am be me never call always used just about as live work like love also yes here there who when where which because if after before every each week day month year years last next currently since still only mostly really very too them his their us by up out off into over than then some any all both two three four five one more less too hi hey hello thanks thank would could should go goes going went get got we're they're we've can't couldn't won't isn't doesn't didn't haven't hate prefer eat drink use moved new old kids wife husband mum mom dad son daughter allergic again another other left right keep make",
  de: "ich bin habe hab mein meine meinen meinem meiner wir unser unsere und ist sind war der die das den dem ein eine einen einem einer nicht kein keine keinen mit für auf von zu zum zur im am in aus bei seit was wie wo du dir dich mir mich es sie er auch noch nur schon sehr bitte kannst kann als nach oder aber wohne heiße ja nein zwei drei vier jahre jahren kinder netto brutto trinke esse nehme mag will möchte muss lieber immer jeden gerade grad eigentlich bis unter über ohne gegen wenn dass weil haben hatte wurde vom beim keinen nix nichts also hallo um morgen heute gestern jetzt gerne kommt geht wird woche uhr hat wohnt lebt arbeitet isst trinkt spielt heißt fährt spricht hasst liebt",
  es: "usar hacer tener estar ser tiene tienen vive odio detesto adoro cocino menos sin hasta cada según yo soy estoy tengo mi mis nos nuestro nuestra nuestros y es son el la los las un una unos unas de del al en con para por que qué no ya muy como cómo se su sus lo le les pero o vivo trabajo gusta gustan encanta encantan tu tú te eres desde hace también más sí años hola gracias nunca siempre a me bebo corro quiero prefiero hablo toco voy cambié hoy ayer ahora todo todos toda todas sobre entre esto eso está están ha han he hemos lo nada porque cuando donde quien da dan miedo me duermo fumo peso mido uso programo corro vendí tomo pago vamos tenemos somos hemos estamos ese esa ya",
  // French, Italian, Portuguese and Dutch look like Spanish, English or German at a glance.
  other:
    "je suis j'ai mon ma mes le les des et est une dans pour avec nous vous mais ne pas très chez sono ho il lo gli e è di che non mio mia sorelle fratello chiamo abito lavoro mi per un'amica eu sou tenho meu minha os as uma um não com em do da moro trabalho gosto ik ben heb mijn het een van niet en wij onze maar woon werk",
};
const WORD_SETS = Object.entries(FUNCTION_WORDS).map(
  ([code, words]) => [code as LanguageCode | "other", new Set(words.split(" "))] as const,
);

/** Letters and endings that show a language where no small word does. */
const MARKS: readonly (readonly [RegExp, LanguageCode | "other"])[] = [
  [/[ñ¿¡]|[áíóú]|é(?!\p{L})/iu, "es"],
  [/(?:ción|ando|iendo|aron|ieron|ono|inos|ilos|ones)(?!\p{L})/iu, "es"],
  [/[äöüß]/i, "de"],
  [/(?:ung|keit|heit|isch|ere|iere)(?!\p{L})/iu, "de"],
  [/[ãõêâçœèìòù]|\p{L}'\p{L}{3}|zione\b|\blh|ij\b/iu, "other"],
];

const SHORT_ANSWER = 24;
const READ = 1_000;

/**
 * Of which language a message is: one of the three, `other`, or `undefined` when nothing shows it.
 * A short answer is of the language of its question.
 */
export function detectLanguage(text: string, question = ""): LanguageCode | "other" | undefined {
  const asked = question === "" ? undefined : scoreLanguages(question);
  if (asked && text.length <= SHORT_ANSWER) return asked;
  return scoreLanguages(text) ?? asked;
}

function scoreLanguages(text: string): LanguageCode | "other" | undefined {
  const read = straightenApostrophes(text.slice(0, READ)).replace(/\S+@\S+/g, "");
  const words = read.toLowerCase().match(/[\p{L}']+/gu) ?? [];
  const scores = new Map(
    WORD_SETS.map(([code, set]) => [code, words.filter((word) => set.has(word)).length]),
  );
  const add = (code: LanguageCode | "other") => scores.set(code, (scores.get(code) ?? 0) + 1);
  for (const [mark, code] of MARKS) if (mark.test(read)) add(code);
  const [best, second] = [...scores].toSorted((a, b) => b[1] - a[1]);
  if (!best || best[1] === 0) return undefined;
  if (best[1] > (second?.[1] ?? 0)) return best[0];
  return scores.get("en") === best[1] ? "en" : undefined;
}
