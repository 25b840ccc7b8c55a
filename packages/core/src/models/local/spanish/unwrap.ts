/** What people say before what they want to say. Stripped again and again, in any order. */
const OPENERS: readonly RegExp[] = [
  /^¡/,
  /^(?:hola|buenas|buenos días|buenas tardes|buenas noches|hey)(?: otra vez| de nuevo| a todos| \p{Lu}\p{L}+)?[,!.]? (?=\S)/iu,
  /^(?:sí|no(?=[,.;])|ok|okay|vale|bueno|pues|claro|genial|gracias|muchas gracias|perfecto|exacto|por cierto|y|pero|ah|oh|eh|uy|uf|mira|oye|la verdad(?: es que)?|de hecho|en realidad|además|también|bien|perdona|perdón|desgraciadamente|por desgracia|por suerte|una cosa más|qué tal|cómo va|cómo estás?|corrijo|rectifico|me equivoqué|me he equivocado|espera|digo|al final(?: no)?|como dije|como te dije|para que sepas|que sepas que|actualización|resulta que|es que|ja(?:ja)+|yo(?=,)|por fin|otra cosa|encima|así que)[,:!.]* (?=\S)/i,
  /^(?!tengo|tenemos|somos|soy|vivo|hay)(?:\p{L}+ ){0,3}\p{L}+: (?=\S)/iu,
  /^(?:por favor,? )?(?:recuerda|ten en cuenta|no olvides|apunta|anota|sabías|sabes|te he dicho|te dije|te conté|te comento|debes saber|deberías saber|quería (?:decirte|comentarte|mencionar)|quiero (?:decirte|comentarte|mencionar)|debo (?:decir|mencionar)|olvidé (?:decir|mencionar|decirte)|se me olvidó (?:decir|decirte)|creo|pienso|(?:mi|el|la) (?:médic[oa]|doctora?) (?:dice|me ha dicho)),? que (?=\S)/i,
];

const CLOSERS =
  /,? (?:por cierto|ja(?:ja)+|creo yo|la verdad|como siempre|qué cosas|ya ves|que ya era hora|sabes|de momento|al menos|buenas noches|hasta luego|hasta mañana|gracias|muchas gracias|saludos|un saludo|y eso)[.!]*$/i;

/** A Spanish sentence without its greetings and its "recuerda que". */
export function unwrap(sentence: string): string {
  let text = sentence.trim();
  for (let before = ""; before !== text;) {
    before = text;
    for (const opener of OPENERS) text = text.replace(opener, "");
    text = text.replace(CLOSERS, "");
  }
  return text;
}
