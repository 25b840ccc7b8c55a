import type { OrderWords } from "../orders.ts";

const OTHERS =
  "(?:(?:tod[oa]s (?:l[oa]s )?|cada |cualquier |otr[oa]s |l[oa]s (?:otr[oa]s|demas) )(?:usuari[oa]s?|clientes?|visitantes?|personas?)|todo el mundo|todos|cualquiera|los demas)\\b";
const RULES =
  "(?:instruccion(?:es)?|reglas|normas|directrices|politicas|restricciones|indicaciones|prompts?)\\b(?! (?:del?|para)\\b(?! (?:sistema|desarrollador)))";
const WHOSE = "(?:(?:todas|cualquier|las|los|tus|sus|mis|estas|esas|otras|anteriores|previas) )*";
const SECRETS =
  "(?:claves? (?:de (?:la )?api|api|privadas?|de acceso)|api[ -]?keys?|contrasenas?|credenciales|tokens? de acceso|numeros? de (?:la )?tarjetas?|variables de entorno)\\b";
const PROMPT =
  "(?:prompt (?:del|de) sistema|prompt|mensaje (?:del|de) sistema|(?:tus|sus) instrucciones(?: \\w+)?)\\b";
const BY_ASSISTANT =
  "(?:(?:el |la |al )?(?:asistente|ia|bot|chatbot|modelo|agente|sistema)|tu|usted)";
/** Pronouns that imperatives and infinitives take behind them, as one word: "envíame", "decírselo". */
const CLITICS = "(?:me|nos|se|te)?(?:l[aeo]s?)?";
const TELL =
  "(?:di|diga|digas|decir|dile|digale|dirle|decirle|decirles|diles|recomiend[ae]s?|recomendar|recomiendal[ea]s?|inform[ae]s?|informar|convenc[ea]s?|convence|convencer|ofrec[ea]|ofrezca|ofrecer|muestr[ae]s?|mostrar|vend[ea]|vender|adviert[ae]|advertir|aconsej[ae]s?|aconsejar)" +
  CLITICS;
const TELLING =
  "(?:revel[ae]s?|revelar|muestr[ae]s?(?:me)?|mostrar|envi[ae]s?|enviar|mand[ae]s?|mandar|di|diga|digas|decir|dime|da|de|des|dar|dame|imprim[ea]|imprimir|repit[ea]s?|repetir|compart[ea]s?|compartir|copi[ae]s?|copiar|public[ae]|publique|publicar|reenvi[ae]s?|reenviar|escrib[ea]s?|escribir|ensen[ae]|ensename|ensenar)" +
  `${CLITICS}\\b`;

/** How orders are worded in Spanish. */
export const SPANISH: OrderWords = {
  lead: "(?:por favor|siempre|ahora|a partir de (?:ahora|hoy)|de ahora en adelante|desde ahora|en (?:el )?futuro|en adelante|tambien|y|pero|entonces|luego|simplemente|primero|importante|atencion|sistema|asistente|en secreto|inmediatamente|(?:cuando|si|antes de|despues de|para|en)\\b[^,]{0,80},|(?:debes|tienes que|has de|debe|tiene que))[ ,]+",
  address: `(?:${BY_ASSISTANT} (?:debe|debes|deberia|tiene que|tienes que|ha de|has de|puede|puedes|va a)|(?:quiere|pide|pidio|exige|ordena|ordeno|desea|espera|solicita|solicito)(?: (?:al asistente|a la ia|al bot))? que(?: ${BY_ASSISTANT})?|(?:pide|pidio|ordena|ordeno) ${BY_ASSISTANT}|\\b(?:dice|dijo|pone),?|,? y)`,
  orders: {
    rules: [
      `(?:ignor(?:a|e|es|en|ad|ar)|olvid(?:a|e|es|ar|ate de|arse de)|desobede(?:ce|zca|cer)|salta(?:te|rse)?|omit(?:e|a|ir)|viol(?:a|e|ar)|romp(?:e|a|er)|anul(?:a|e|ar)|desact(?:iva|ive|ivar)) ${WHOSE}${RULES}`,
      `(?:ignor(?:a|e|ar)|olvid(?:a|e|ar)) todo lo (?:anterior|que|de arriba|previo)`,
      `no (?:sigas|siga|seguir|obedezcas|obedezca|respetes|respete|apliques) ${WHOSE}${RULES}`,
      `${TELLING}.{0,40}?\\b${PROMPT}`,
      `desactiv(?:a|e|ar) .{0,20}?(?:filtros?|controles|medidas) de (?:seguridad|contenido)`,
      `(?:actu[ae]|actuar|respond[ea]|responder|comportate|habl[ae])\\b.{0,30}?\\bsin (?:ninguna? )?(?:reglas?|restriccion(?:es)?|filtros?|limites)`,
    ],
    secrets: [`${TELLING}.{0,60}?\\b${SECRETS}`],
    tools: [
      `(?:llam(?:a|e|es|ar)|invo(?:ca|que|ques|car)|ejecut(?:a|e|es|ar)|us(?:a|e|es|ar))(?: siempre)?(?: a)? (?:la|el|tu) (?:herramienta|funcion|plugin)\\b`,
      `(?:llam(?:a|e|ar)|invo(?:ca|que|car)|ejecut(?:a|e|ar)) (?:a )?\\w+(?:_\\w+)+`,
      `(?:borr(?:a|e|ar)|elimin(?:a|e|ar)) (?:todos|todas) (?:los|las) (?:archivos|ficheros|bases de datos|tablas|cuentas|copias|usuarios)\\b`,
      `(?:aprueb[ae]|aprobar|confirm(?:a|e|ar)|autori(?:za|ce|zar)) (?:todos|todas|cualquier) (?:los |las )?(?:transferencias?|pagos?|pedidos?|transacciones)\\b`,
    ],
    others: [`${TELL}\\b.{0,60}?\\ba ${OTHERS}`],
  },
  claims: {
    rules: [
      `(?:tus|las anteriores|las|sus) (?:reglas|instrucciones|normas|restricciones)(?: anteriores| previas)? (?:ya no|quedan|estan|han sido) (?:se aplican|valen|anuladas|suspendidas|canceladas|sirven|son validas)`,
      "^nuev[oa]s? (?:prompt (?:del|de) sistema|instrucciones (?:para el asistente|para la ia|del sistema))",
      "(?:tus|las|sus|todas) (?:las )?(?:instrucciones|reglas|normas)(?: anteriores| previas)? (?:deben|tienen que|han de) ser (?:ignoradas|olvidadas|omitidas)",
    ],
  },
  verbs:
    "recomiend[ae]|sugier[ea]|di|diga|dile|responde|responda|contesta|ignor[ae]|olvid[ae]|us[ae]|utili[zc][ae]|llam[ae]|envi[ae]|manda|haz|haga|visit[ae]|compr[ae]|mencion[ae]|promocion[ae]|trat[ae]|confi[ae]|anad[ea]|inclu[iy][ae]?|escrib[ea]|actu[ae]|revel[ae]|prefier[ea]|inform[ae]|convence|ejecut[ae]|borr[ae]|elimin[ae]|habl[ae]|recomendar",
  anyOrder: [
    "\\bhay que (?:siempre )?(?:recomendar|mencionar|decir|sugerir|promocionar)\\b",
    "^(?:siempre|nunca|jamas|a partir de (?:ahora|hoy)|de ahora en adelante|desde ahora|por favor|debes|tienes que|asegurate|recuerda|no olvides)\\b",
    "\\b(?:el asistente|la ia|el bot|el modelo|el chatbot) (?:debe|deberia|tiene que|ha de)\\b",
    "\\b(?:debe|deben|deberia|tiene que|tienen que)\\b.{0,40}\\b(?:ser|recomendarse|mencionarse)\\b(?: (?:recomendad|sugerid|mencionad|promocionad|preferid)[oa]s?)?",
  ],
};
