import type { Statement } from "../claims/claim.ts";
import { isPast } from "./conjugate.ts";

const MIND =
  /^(?:no )?(?:(?:se|le|lo|la) )?(?:piensa|cree(?! en )|(?:pesa|mide)(?! \d)|opina|sabe(?! \p{L}+[aei]r(?!\p{L}))|sigue sin|va a ser|espera|desea|siente|encuentra|entiende|supone|recuerda|olvida|acuerda|dice|pregunta|explica|agradece|alegra|busca|necesita|mira|oye|imagina|refiere|duda|parece|prueba|pensó|creyó|supo|dijo|preguntó|quiso|entendió|olvidó|está bien|está seguro|llama|escribe (?:para|porque|por|desde)|pone|da (?:igual|lo mismo)|gusta|gustan|encanta|encantan|quiere saber|gustaría|encantaría)(?!\p{L})/iu;

const TASK =
  /(?<!\p{L})(?:preguntas?|problemas?|dudas?|error(?:es)?|código|función|funciones|scripts?|archivos?|ayuda|recetas?|ideas?|ganas|hambre|sed|(?<!el )sueño|lo de|opción|opciones|tiempo|momento|suerte|respuestas?|ejemplos?|sugerencias?|recomendaci\p{L}+|consejos?|texto|mensaje|enlace|página|tarea|deberes|sensación|impresión|sentido|razón|miedo(?! (?:a|de)(?!\p{L}))|prisa|calor|frío|cama|ducha|tabla|lista|frase|palabra|cosas?|base de datos|servidor|diversión|dolor de cabeza|esto|eso|aquello|interés|cansad[oa]|feliz|contento|contenta|triste|aburrid[oa]|nervios[oa]|list[oa]|de acuerdo|segur[oa])(?!\p{L})/iu;

const TRAITS =
  /(?<!\p{L})(?:zurd[oa]|diestr[oa]|embarazada|daltónic[oa]|cieg[oa]|sord[oa]|bilingüe|introvertid[oa]|extrovertid[oa]|gay|lesbiana|bisexual|trans|católic[oa]|cristian[oa]|musulm[aá]na?|judí[oa]|ate[oa]|religios[oa]|celíac[oa]|diabétic[oa]|asmátic[oa]|autista|hij[oa] únic[oa]|voluntari[oa]|miembro|soci[oa]|madrugador[a]?|nocturn[oa]|vacunad[oa]|donante)(?!\p{L})/iu;

const LIFE_EVENT =
  /^(?:(?:se|le) )?(?:compró|vendió|adoptó|casó|divorció|graduó|licenció|terminó|acabó|ganó|perdió|rompió|aprobó|suspendió|mudó|visitó|viajó|jubiló|conoció|corrió|publicó|fundó|abrió|nació|murió|falleció|operó|operaron|averió|estropeó|reservó|apuntó|inscribió|escaló|construyó|heredó|reformó|dejó|renunció|empezó|comenzó|lesionó|fracturó|robaron|cambió|plantó|donó|regaló|mudado|ascendieron|adelgazó|engordó|contrató|enviudó|emigró|debutó|contrataron|despidieron|prohibió|recetó|enseñó|sacaron|quitaron|pusieron|concedieron|aceptaron|admitieron|subieron|bajaron|diagnosticaron|caducó|venció)(?!\p{L})/iu;

/** Words that tell nothing by themselves. */
const EMPTY =
  /^(?:al?|del?|con|sin|en|por|para|el|la|los|las|un[oa]?|unos|unas|sus?|y|o|que|lo|les?|se|más|menos|muy|no|ya|ah[ií]|aquí|allí|así|bien|mal|mejor|peor|tan|él|ella|algo|nada|todo|mucho|poco|luego|otro|nuevo|nueva|otra|vez|tarde|pronto|rato|fatal|genial|hoy|sí)$/i;

const ADVERBS = /^(?:(?:no|nunca|siempre|normalmente|ya|también|solo|todavía|aún|casi) )+/;
/** What holds today or until it is done: pains, places, "voy a probarlo", "vuelvo el 10". */
const OF_THE_MOMENT =
  /^(?:está|le duelen?) .*(?<!\p{L})(?:hoy|ahora(?: mismo)?|esta (?:mañana|tarde|noche|semana))(?!\p{L})|^(?:está (?:en (?:el|la|los|las|casa|un|una|ello)|de camino|hasta) (?!\p{Lu})(?!.* de \d{4})|(?:quiere|va a|puede|piensa|intenta|prueba a) \p{L}+[aei]rl[oae]s?$|va a \p{L}+[aei]r(?:se)?$|ha (?:comido|cenado|desayunado|dormido|tenido|pasado|estado) (?:.*(?<!\p{L})hoy(?!\p{L})|(?:muy )?(?:mal|bien|fatal|genial)$)|tiene \d+ (?:minutos|segundos))|(?<!\p{L})yo(?!\p{L})|(?<=^vuelve |^sale |^llega |^va )el \d{1,2}$/u;
/** Of these habits the manner is worth keeping: "ceno poco y tarde". */
const HOW = /^(?:come|cena|desayuna|almuerza|duerme|ve|oye|conduce) \p{L}/u;
const AMOUNT_CHANGED = /^(?:(?:se )?ha )?(?:sub|baj|aument)(?:ió|ó|ido|ado) .*\d/u;
const CHANGED =
  /^(?:se )?ha (?:casado|divorciado|separado|jubilado|mudado|graduado|operado|engordado|adelgazado|enviudado|emigrado|aprobado)$/;
const SEARCH =
  /(?<!\p{L})(?:piso|casa|apartamento|trabajo|empleo|habitación|compañer\p{L}+ de piso|guardería|prácticas)(?!\p{L})/iu;
const HYPOTHETICAL =
  /(?<!\p{L})(?:quizás?|tal vez|ojalá|a lo mejor|(?<!(?<!\p{L})(?:l[ao]s?|una|de|en|mi|su|nuestra|como) )\p{L}+[aei]ría(?:mos)?|fuera|tuviera|hubiera|pudiera|viviera)(?!\p{L})/iu;
const DATE =
  /(?:el |en |la semana del |fin de semana del )?(?:\d{1,2} de )?\p{L}+ de (?:19|20)\d\d|en (?:19|20)\d\d/giu;

/** Whether a clause tells of today only, or of what is done in a moment. */
export function isOfTheMoment(predicate: string): boolean {
  return OF_THE_MOMENT.test(predicate.replace(ADVERBS, ""));
}

/**
 * The attribute under which a Spanish clause that no pattern knows is kept; `undefined` when it is
 * about the chat or the moment.
 */
export function keepSpanish(
  { subject, predicate }: Statement,
  isDated: boolean,
): string | undefined {
  if (HYPOTHETICAL.test(predicate) || TASK.test(predicate)) return undefined;
  if (/(?<!\p{L})(?:tú|ti|te|tu|tus|usted|ustedes|contigo)(?!\p{L})/iu.test(predicate))
    return undefined;
  const isUser = subject === "Usuario";
  const affirmed = predicate.replace(ADVERBS, "");

  const isSearch = /^(?:busca|está buscando)\b/.test(affirmed);
  if (isSearch) return SEARCH.test(affirmed) ? "plan" : undefined;
  if (isUser && MIND.test(affirmed) && !/^pone \p{L}+/u.test(affirmed)) return undefined;
  if (!isUser && /^(?:dice|cree|piensa|opina|comenta|dijo|sabe)(?!\p{L})/iu.test(affirmed))
    return undefined;
  const words = affirmed
    .replace(/^(?:(?:se|le|lo|la) )?\S+ ?/, "")
    .replace(DATE, "")
    .split(/\s+/);
  const content = words.filter((word) => word !== "" && !EMPTY.test(word)).length;
  if (AMOUNT_CHANGED.test(affirmed)) return "event";
  if (LIFE_EVENT.test(affirmed)) return content > 0 || isDated ? "event" : undefined;
  const verb = affirmed.replace(/^(?:se|le|lo|la) /, "").split(" ", 1)[0] ?? "";
  if (!isUser && isDated) return isPast(verb) ? "event" : "plan";
  if (!isUser && verb === "es" && content > 0) return "trait";
  if (verb === "es" || verb === "está") return keepCopula(affirmed, isDated, content);
  if (verb === "ha" || verb === "han")
    return content > 1 || CHANGED.test(affirmed) || predicate.startsWith("nunca ")
      ? "experience"
      : undefined;
  if (isPast(verb)) return isDated && content > 0 ? "event" : undefined;
  if (
    /^(?:va a|quiere|planea|piensa|espera|tiene que|debe \p{L}+[aei]r|necesita) /u.test(affirmed)
  ) {
    if (/^(?:tiene que|debe|necesita) /.test(affirmed) && !isDated) return undefined;
    if (
      /^\S+ (?:una?|unos|unas|el|la|los|más|saber|ver (?:si|qué|cómo|lo)|preguntar|hablar|hacer|que|probar|entender)(?!\p{L})/u.test(
        affirmed,
      ) &&
      !isDated
    )
      return undefined;
    return content > 0 ? "plan" : undefined;
  }
  if (isDated && /^(?:casa|muda|jubila|gradúa|opera)$/.test(verb)) return "plan";
  // The reader lets through only habits that need no object.
  if (isUser && affirmed === verb && affirmed !== predicate) return "habit";
  if (isDated && /^(?:sale|llega|vuelve|viaja|vuela|opera|examina)$/.test(verb)) return "plan";
  if (HOW.test(affirmed)) return "habit";
  if (content < 1) return undefined;
  if (verb === "tiene") return isDated ? "plan" : "possession";
  return isDated ? "plan" : "habit";
}

/** "Soy" tells of what lasts, where "estoy" tells of now. */
const LASTING =
  /^es (?:(?:muy|bastante|un poco|más bien|medio) )?(?!consciente|capaz|nuev|sincer|honest|yo$|él$|ella$|así$|tod|much|tant)\p{L}+$|^es (?:más|muy|poco|nada) de /u;

function keepCopula(predicate: string, isDated: boolean, content: number): string | undefined {
  if (TRAITS.test(predicate)) return "trait";
  if (LASTING.test(predicate)) return "trait";
  if (/^está (?:a|de) (?!broma|vuelta|coña|camino|paso|suerte|vacaciones)\p{L}+$/u.test(predicate))
    return "trait";
  if (/^es del? \p{Lu}|^es \p{L}+ de \p{L}|^está en (?!el |la |los |las |casa)/u.test(predicate))
    return "trait";
  if (/^está \p{L}+(?:ándose|iéndose)(?!\p{L})/u.test(predicate)) {
    return /^está (?:duch|levant|acost|vist|arregl)/.test(predicate) ? undefined : "plan";
  }
  if (/^está \p{L}+(?:ando|iendo|yendo) /u.test(predicate)) {
    return /^está (?:comiendo|cenando|desayunando|yendo|volviendo|saliendo|llegando|durmiendo|pensando|mirando|buscando|intentando|hablando|preguntando|esperando|viendo|usando|probando)/.test(
      predicate,
    ) || content < 2
      ? undefined
      : "plan";
  }
  if (/^es (?:una?|el|la|miembro) /.test(predicate) && content > 0) return "trait";
  return isDated && content > 1 ? "trait" : undefined;
}
