import { IMPERATIVES } from "./imperatives.ts";

const LASTING =
  /(?:^|,? )(?:ab jetzt|ab sofort|von jetzt an|von nun an|künftig|in Zukunft|zukünftig|generell|grundsätzlich|standardmäßig|ab heute)(?=[ ,]|$),? ?/i;
const ALWAYS =
  /(?<!\p{L})(?:immer|nie|niemals|stets|dauernd|ständig|jedes ?[Mm]al|nicht mehr|nur noch|lieber)(?!\p{L})/iu;
const STYLE =
  /(?:Emojis?|Smileys?|Emoticons?|Aufzählung\p{L}*|Stichpunkt\p{L}*|Stichworte?n?|Listen|Markdown|Tabellen?|Fachbegriff\p{L}*|Fachjargon|Fremdw\p{L}+|Anglizismen|metrische?\p{L}*|Celsius|Fahrenheit|Überschriften|Abkürzungen|Floskeln|Ausrufezeichen|Kommentare?n?|Leerzeichen|Tabs|Gramm|Euro|Kilometern?|Sätzen?|Smalltalk)(?!\p{L})/u;
const ANSWER = /(?:Antwort(?:en)?|Erklärung(?:en)?|Texte?|Nachrichten)(?!\p{L})/u;
const LANGUAGE =
  /(?<!\p{L})(?:auf|in) (?:Deutsch|Englisch|Spanisch|Französisch|Italienisch|einfacher Sprache)(?!\p{L})/u;
const MANNER =
  /(?<!\p{L})(?:kürzer|kurz|knapper?|länger|ausführlich\p{L}*|einfach\p{L}*|formell\p{L}*|höflich\p{L}*|direkt\p{L}*|locker\p{L}*|langsam\p{L}*|per (?:Mail|E-Mail|Du|Sie))(?!\p{L})/iu;
const ASKED =
  /(?<!\p{L})bitte(?!\p{L})|^(?:kannst|könntest|würdest) du|^(?:können|könnten|würden) Sie/iu;

/** How the user wants to be answered from now on; `undefined` for a request of the moment. */
export function readInstruction(sentence: string): string | undefined {
  const isAsked = ASKED.test(sentence);
  const isLasting = LASTING.test(sentence) || ALWAYS.test(sentence);
  const plain = toPlainRequest(sentence);
  const known = readAddress(plain) ?? readPreference(plain);
  if (known) return known;
  const [first = ""] = plain.split(" ", 1);
  const isOrder = IMPERATIVES[first.toLowerCase()] !== undefined;
  if (!isAsked && !isOrder && !LASTING.test(sentence)) return undefined;
  return readImperative(plain, isLasting) ?? readBareWish(plain);
}

function toPlainRequest(sentence: string): string {
  return sentence
    .replace(/[.!]+$/, "")
    .replace(/, (?:das|sonst|weil|denn|da|damit|ich|wir|mein\p{L}*) .*$/iu, "")
    .replace(LASTING, " ")
    .replace(/(?:^|,? )(?:doch bitte|bitte|mal)(?=[ ,]|$),?/gi, " ")
    .trim()
    .replace(/^(?:(?:kannst|könntest|würdest) du|(?:können|könnten|würden) Sie) /i, "")
    .replace(/\?$/, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** By what name, and with which pronoun, somebody wants to be spoken to. */
function readAddress(plain: string): string | undefined {
  const name =
    /^(?:(?:[Dd]u kannst|[Ii]hr könnt|Sie können|[Kk]annst) mich|[Nn]enn(?:e|en Sie)? mich|mich) (?:ruhig |gerne? |auch |einfach )*(\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?)(?: nennen)?$/u.exec(
      plain,
    )?.[1] ?? /^[Ss]ag(?:e|en Sie)? (?:ruhig |einfach )?(\p{Lu}\p{L}+) zu mir$/u.exec(plain)?.[1];
  if (name) return `möchte ${name} genannt werden`;
  const pronoun = /^[Ss]prich mich (?:ruhig )?mit (Sie|Du) an$|^[Ss]ag (?:ruhig )?(Sie|Du)$/iu.exec(
    plain,
  );
  if (pronoun) return `möchte ${/sie/i.test(pronoun[0].slice(6)) ? "gesiezt" : "geduzt"} werden`;
  const isDu =
    /^Duzen? (?:Sie )?mich$|^(?:wir können|lass uns) (?:uns )?duzen$|^(?:du (?:kannst|darfst) )?(?:mich )?(?:ruhig |gerne? )*(?:duzen|[Dd]u (?:zu mir )?sagen)$/i;
  if (isDu.test(plain)) return "möchte geduzt werden";
  return /^Siezen? (?:Sie )?mich$/i.test(plain) ? "möchte gesiezt werden" : undefined;
}

function readPreference(plain: string): string | undefined {
  const short =
    /^(?:Nur )?((?:kurze|knappe|kürzere|ausführliche|einfache|detaillierte) (?:Antworten|Erklärungen))$/i.exec(
      plain,
    )?.[1];
  if (short) return `möchte ${lowerFirst(short)}`;
  const bare = /^[Kk]eine? (\p{Lu}.*)$/u.exec(plain)?.[1];
  if (bare && STYLE.test(bare)) return `möchte keine ${bare}`;
  const liked =
    /^Ich (?:mag|bevorzuge|hätte gern|möchte|will) ((?:\p{Ll}+ )*(?:Antworten|Erklärungen).*)$/iu.exec(
      plain,
    )?.[1];
  return liked ? `bevorzugt ${liked}` : undefined;
}

/** "Mengenangaben in Gramm", "metrisch": a wish without a verb, that cannot be about one answer. */
function readBareWish(plain: string): string | undefined {
  const isThing = /^(?:eine?n?|noch|den|die|das|alle|mehr|\d+ (?!Leerzeichen)) /i.test(plain);
  const isClause = /(?<!\p{L})(?:ich|wir|ist|sind|war|habe?|hat|mein\p{L}*|du|es)(?!\p{L})/iu;
  if (isThing || isClause.test(plain) || plain.split(" ").length > 7) return undefined;
  const manner = /^(?:nur )?(kurz|knapp|ausführlich|kurz und knapp)$/i.exec(plain)?.[1];
  if (manner)
    return `möchte ${lowerFirst(manner.replace(/(kurz|knapp|ausführlich)/gi, "$1e"))} Antworten`;
  if (/^(?:nur )?auf (?:Deutsch|Englisch|Spanisch)$/i.test(plain))
    return `möchte Antworten ${plain}`;
  if (/^metrisch$/i.test(plain)) return "möchte metrische Einheiten";
  const isStyle = STYLE.test(plain) || LANGUAGE.test(plain);
  const isOne = /^(?:[Kk]eine?|[Nn]ur|[Oo]hne) \p{Lu}/u.test(plain);
  const isForm = / (?:in|als|auf|statt|ohne|mit) |Einheiten/u.test(plain);
  return isOne || (isStyle && isForm) ? `möchte ${isOne ? lowerFirst(plain) : plain}` : undefined;
}

function readImperative(plain: string, isLasting: boolean): string | undefined {
  const words = plain.split(" ");
  const first = IMPERATIVES[words[0]?.toLowerCase() ?? ""];
  const last = IMPERATIVES[words.at(-1)?.toLowerCase() ?? ""];
  const verb = first ?? last;
  if (!verb || words.length < 2 || /^(?:ich|wir|mein|unser|er|sie|es|das)(?!\p{L})/iu.test(plain)) {
    return undefined;
  }
  const rest = (first ? words.slice(1) : words.slice(0, -1))
    .filter((word) => word !== "Sie")
    .join(" ");
  const isStyle =
    STYLE.test(rest) ||
    ANSWER.test(rest) ||
    LANGUAGE.test(rest) ||
    (/^(?:antwortet|erklärt|schreibt|formuliert|spricht|redet)$/.test(verb) && MANNER.test(rest)) ||
    (verb === "korrigiert" &&
      /(?:sofort|direkt|am Ende|danach|Fehler\p{Ll}*)(?!\p{L})/u.test(rest)) ||
    /^(?:ist|hält|fasst)$/.test(verb);
  if (!isLasting && !isStyle) return undefined;
  const said = toAssistant(rest);
  const isNoun = STYLE.test(said.split(" ", 1)[0] ?? "");
  return `möchte, dass der Assistent ${isNoun ? said : lowerFirst(said)} ${verb}`;
}

/** What is said to the assistant, as said of it. */
function toAssistant(text: string): string {
  return text
    .replace(
      /(?<!\p{L})dein(e[nmrs]?)?(?!\p{L})/gu,
      (_, end: string | undefined) => `sein${end ?? ""}`,
    )
    .replace(/(?<!\p{L})dich(?!\p{L})/gu, "sich")
    .replace(/(?<!\p{L})(?:mir|uns)(?!\p{L})/gu, "dem Nutzer")
    .replace(/(?<!\p{L})mich(?!\p{L})/gu, "den Nutzer");
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
