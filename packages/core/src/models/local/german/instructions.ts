const LASTING =
  /(?:^|,? )(?:ab jetzt|ab sofort|von jetzt an|von nun an|künftig|in Zukunft|zukünftig|generell|grundsätzlich|standardmäßig)(?=[ ,]|$),? ?/i;
const STYLE =
  /(?:Emojis?|Smileys?|Emoticons?|Aufzählung\p{L}*|Stichpunkt\p{L}*|Listen|Markdown|Tabellen|Fachbegriff\p{L}*|Fachjargon|Fremdw\p{L}+|Anglizismen|metrische?\p{L}*|Celsius|Fahrenheit|Überschriften|Abkürzungen|Floskeln|Ausrufezeichen)/u;
const ANSWER = /(?:Antwort(?:en)?|Erklärung(?:en)?|Texte?|Nachrichten)/;

const MANNER =
  /(?<!\p{L})(?:kürzer|kurz|knapper?|länger|ausführlich\p{L}*|einfach\p{L}*|formell\p{L}*|höflich\p{L}*|direkt\p{L}*|locker\p{L}*)(?!\p{L})/iu;

/** Imperatives, as they end the clause of what the user wants. */
const WANTED: Readonly<Record<string, string>> = {
  antworte: "antwortet",
  schreib: "schreibt",
  schreibe: "schreibt",
  sprich: "spricht",
  rede: "redet",
  halte: "hält",
  halt: "hält",
  fass: "fasst",
  fasse: "fasst",
  verwende: "verwendet",
  verwenden: "verwendet",
  benutze: "benutzt",
  benutz: "benutzt",
  benutzen: "benutzt",
  nutze: "nutzt",
  nutzen: "nutzt",
  gib: "gibt",
  nimm: "nimmt",
  sei: "ist",
  erkläre: "erklärt",
  erklär: "erklärt",
  vermeide: "vermeidet",
  vermeiden: "vermeidet",
  formatiere: "formatiert",
  antworten: "antwortet",
  schreiben: "schreibt",
  halten: "hält",
  empfiehl: "empfiehlt",
  empfehle: "empfiehlt",
  schlag: "schlägt",
  schlage: "schlägt",
  sag: "sagt",
  sage: "sagt",
  nenne: "nennt",
  nenn: "nennt",
  zeig: "zeigt",
  zeige: "zeigt",
  mach: "macht",
  mache: "macht",
  lass: "lässt",
  stell: "stellt",
  stelle: "stellt",
  korrigier: "korrigiert",
  korrigiere: "korrigiert",
  erinnere: "erinnert",
  erinner: "erinnert",
  frag: "fragt",
  frage: "fragt",
  geben: "gibt",
  sagen: "sagt",
  zeigen: "zeigt",
  machen: "macht",
  lassen: "lässt",
  weglassen: "weglässt",
  korrigieren: "korrigiert",
  erinnern: "erinnert",
  erklären: "erklärt",
  nennen: "nennt",
  formatieren: "formatiert",
  angeben: "angibt",
  stellen: "stellt",
  fassen: "fasst",
  sein: "ist",
};

/** How the user wants to be answered from now on; `undefined` for a request of the moment. */
export function readInstruction(sentence: string): string | undefined {
  const isLasting =
    LASTING.test(sentence) ||
    /(?<!\p{L})(?:immer|nie|niemals|stets|dauernd|ständig|jedes Mal|jedesmal|nicht mehr)(?!\p{L})/iu.test(
      sentence,
    );
  const plain = sentence
    .replace(/[.!]+$/, "")
    .replace(LASTING, " ")
    .replace(/(?:^|,? )(?:bitte|mal|doch bitte)(?=[ ,]|$),?/gi, " ")
    .replace(/^(?:(?:kannst|könntest|würdest) du|(?:können|könnten|würden) Sie) /i, "")
    .replace(/\?$/, "")
    .replace(/, (?:das|sonst|weil|denn|da|damit) .*$/i, "")
    .replace(/\s+/g, " ")
    .trim();
  const name =
    /^(?:(?:du kannst|ihr könnt|Sie können) mich |Nenn(?:e|en Sie)? mich |Sag(?:e|en Sie)? )(?:ruhig |gerne? |auch |einfach )?(\p{L}[\p{L} -]*?)(?: nennen| zu mir)?$/iu.exec(
      plain,
    )?.[1];
  if (name) return `möchte ${name} genannt werden`;
  if (
    /^Duzen? (?:Sie )?mich$|^(?:wir können|lass uns) (?:uns )?duzen$|^(?:du kannst )?mich (?:ruhig )?duzen$/i.test(
      plain,
    )
  )
    return "möchte geduzt werden";
  if (/^Siezen? (?:Sie )?mich$/i.test(plain)) return "möchte gesiezt werden";
  const short =
    /^(?:Nur )?((?:kurze|knappe|kürzere|ausführliche|einfache|detaillierte) (?:Antworten|Erklärungen))$/i.exec(
      plain,
    )?.[1];
  if (short) return `möchte ${short.charAt(0).toLowerCase()}${short.slice(1)}`;
  const bare = /^[Kk]eine? (\p{Lu}.*)$/u.exec(plain)?.[1];
  if (bare && STYLE.test(bare)) return `möchte keine ${bare}`;
  const liked =
    /^Ich (?:mag|bevorzuge|hätte gern|möchte|will) ((?:\p{Ll}+ )*(?:Antworten|Erklärungen).*)$/iu.exec(
      plain,
    )?.[1];
  if (liked) return `bevorzugt ${liked}`;
  const isAsked =
    /(?<!\p{L})bitte(?!\p{L})|^(?:kannst|könntest|würdest) du|^(?:können|könnten|würden) Sie/iu.test(
      sentence,
    );
  const isOrder = WANTED[plain.split(" ", 1)[0]?.toLowerCase() ?? ""] !== undefined;
  return isAsked || isOrder || LASTING.test(sentence)
    ? readImperative(plain, isLasting)
    : undefined;
}

function readImperative(plain: string, isLasting: boolean): string | undefined {
  const words = plain.split(" ");
  const first = WANTED[words[0]?.toLowerCase() ?? ""];
  const last = WANTED[words.at(-1)?.toLowerCase() ?? ""];
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
    /(?<!\p{L})(?:auf|in) (?:Deutsch|Englisch|Spanisch|einfacher Sprache)/u.test(rest) ||
    (/^(?:antwortet|erklärt|schreibt|formuliert)$/.test(verb) && MANNER.test(rest)) ||
    /^(?:ist|hält|fasst)$/.test(verb);
  if (!isLasting && !isStyle) return undefined;
  const said = rest
    .replace(
      /(?<!\p{L})dein(e[nmrs]?)?(?!\p{L})/gu,
      (_, end: string | undefined) => `sein${end ?? ""}`,
    )
    .replace(/(?<!\p{L})dich(?!\p{L})/gu, "sich")
    .replace(/(?<!\p{L})mir(?!\p{L})/gu, "dem Nutzer")
    .replace(/(?<!\p{L})mich(?!\p{L})/gu, "den Nutzer");
  return `möchte, dass der Assistent ${said.charAt(0).toLowerCase() === said.charAt(0) || STYLE.test(said.split(" ")[0] ?? "") ? said : said.charAt(0).toLowerCase() + said.slice(1)} ${verb}`;
}
