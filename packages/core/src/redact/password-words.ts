/** What people call a password, in English, German, Spanish and French; also as the end of a longer word. */
export const PASSWORD = String.raw`(?<!1)(?:pass(?:word|code|phrase|wd)|pwd|passwort|kennwort|contraseña|contrasena|mot de passe|mdp)s?`;

/** Words for a password that mean much else: what they name has to look like one. */
export const PASSWORD_OR_ELSE = String.raw`(?<![\p{L}\p{N}])(?:pass ?key|pass|pw|wi-?fi key|wlan-schlüssel|clave|zugangscode|login code|code d'accès)`;

/** A number that opens: of a card, a telephone, a door. */
export const PIN = String.raw`(?<![\p{L}\p{N}])(?:pin|puk)(?:[ -]?(?:code|number|nummer))?|geheimzahl|(?:security|door|gate|alarm|entry|unlock|lock|access) code|code (?:pin|secret)|código pin`;

/** The number on the back of a card. */
export const CARD_CODE = String.raw`(?<![\p{L}\p{N}])(?:cvv2?|cvc2?|card code|prüfnummer|código de seguridad|cryptogramme)`;

/** What a password is for: "of my router", "fürs Büro". At most five words. */
export const PURPOSE = String.raw`(?:[^\S\n]{1,3}(?:for|of|on|to|at|in|from|von|vom|für|fürs|zum|zur|des|der|del|de|para|pour|du|sur)(?:[^\S\n]{1,3}(?:[^\s:=.,;?!]|[.:](?=\S)){1,30}){1,5}?)??`;

/** What stands between a name and its value: that it is so. */
export const IS = String.raw`(?:['’]s|\s{1,3}(?:is|are|was|ist|war|lautet|heißt|es|era|est|était))(?![\p{L}\p{N}])(?:\s{1,3}(?:now|still|actually|just|jetzt|nun|ahora|maintenant)(?!\p{L}))?\s{0,3}:?\s{1,3}`;
/** The same by a sign, as in code and forms. */
export const EQUALS = String.raw`["'\x60*]{0,2}\s{0,3}(?:=>|->|→|[:=])\s{0,3}`;
/** What a password is changed or set to. Behind it a plain word is never the value. */
export const TO = String.raw`[^\S\n]{1,3}(?:to|auf|a|en|à|[-–—])[^\S\n]{1,3}`;

/** Words that say how a password is, or where, in all four languages: none of them is the password. */
const PLAIN_WORDS = new Set(
  `weak strong long longer short shorter safe secure unsafe same wrong right bad good great old new lost gone public
  private empty blank here there this that these those fine okay simple easy hard difficult due invalid valid incorrect
  correct different unique none null nil undefined true false not never always case too very only what when where which
  who why how the and but for from with without about our your his her their its mine yours all any both each more most
  string text str bool boolean number int any varchar char bytes optional secret hidden unknown known common
  stuck dead ready complete default plain plaintext cleartext important necessary mandatory case-sensitive
  falsch sicher unsicher lang kurz alt neu weg schwach stark leer richtig gleich geheim weil noch nicht kein keine
  immer nie hier dort dasselbe bekannt unbekannt wichtig notwendig gut schlecht einfach schwer zu sehr
  segura seguro insegura débil fuerte larga corta nueva vieja incorrecta correcta muy demasiado mala buena fácil
  difícil igual misma mismo aquí allí secreta necesaria obligatoria que no
  sûr faible fort long court nouveau ancien incorrect trop très bon mauvais facile ici même perdu vide pas
  nécessaire obligatoire correct toujours`.split(/\s+/),
);

/** Endings of participles and adjectives: "expired", "vergessen", "olvidada", "oublié". */
const PLAIN_ENDING =
  /(?:ed|ing|able|ible|ful|less|ous|tten|ssen|aufen|dert|etzt|lich|bar|bado|cado|dado|tado|bada|cada|dada|tada|ido|ida|é|ée)$/iu;

/** Whether a word says something about a password rather than being one. */
export function isPlainWord(word: string): boolean {
  return PLAIN_WORDS.has(word.toLowerCase()) || PLAIN_ENDING.test(word);
}

/** Units after a number, as in "is 12 characters long". */
export const UNIT =
  /^\s*(?:char|letter|digit|bit|byte|day|week|month|year|time|zeichen|stellen|tage|caract|lettres|días|jours)/iu;
