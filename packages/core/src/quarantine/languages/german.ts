import type { OrderWords } from "../orders.ts";

const OTHERS =
  "(?:(?:alle[nr]?|jede[mnrs]?|andere[nr]?|weitere[nr]?|kunftige[nr]?)(?: anderen?)? (?:benutzer\\w*|nutzer\\w*|anwender\\w*|kund\\w+|besucher\\w*|leuten?|menschen|personen)|(?:allen|jedem)(?! (?:in|im|bei|zu|aus|von|mein\\w*)\\b))\\b";
const RULES =
  "(?:\\w*anweisung(?:en)?|\\w*regeln|\\w*richtlinien|\\w*vorgaben|\\w*beschrankungen|\\w*instruktionen|\\w*prompts?)\\b(?! (?:des|der|beim|fur)\\b)";
const WHOSE =
  "(?:(?:alle|deine|ihre|die|samtliche|bisherigen?|vorherigen?|vorigen|fruheren|obigen|bestehenden|ursprunglichen|internen) )*";
const SECRETS =
  "(?:\\w*api-?(?: )?(?:schlussel|keys?)|\\w*passwort(?:er|es|s)?|\\w*passworter|kennwort(?:er)?|zugangsdaten|private[nr]? schlussel|kreditkarten(?:nummern?|daten)|umgebungsvariablen|zugriffstoken|access tokens?)\\b(?!-)";
const PROMPT =
  "(?:system-?(?: )?(?:prompt|nachricht|anweisung(?:en)?)|(?:deine|ihre|geheimen|internen) (?:\\w+ )?(?:anweisungen|prompt))";
const BY_ASSISTANT =
  "(?:(?:der |dem |den |die |das )?(?:assistent(?:en)?|ki|bot|chatbot|modell|agent(?:en)?|system)|du|sie)";
const TELL =
  "(?:sag(?:e|st|t|en)?|erzahl(?:e|st|t|en)?|empfiehl|empfehl(?:e|t|en)|rat(?:e|en)?|teil(?:e|en)?|informier(?:e|t|en)?|uberzeug(?:e|t|en)?|warn(?:e|t|en)?|biete?n?|zeig(?:e|t|en)?|verkauf(?:e|t|en)?)(?: sie)?";
const TELLING =
  "(?:verrat(?:e|en)?|sag(?:e|en|t)?|zeig(?:e|en|t)?|gib|gebe?n?|schick(?:e|en|t)?|send(?:e|en|et)?|nenn(?:e|en|t)?|wiederhol(?:e|en|t)?|druck(?:e|en)?|kopier(?:e|en|t)?|leit(?:e|en)?|ubermittel(?:e|n)|poste?n?|mail(?:e|en)?|verof{1,2}entlich(?:e|en)?|lad(?:e|en)?|schreib(?:e|en|t)?)(?: sie)?\\b";

/** How orders are worded in German. */
export const GERMAN: OrderWords = {
  lead: "(?:bitte|immer|stets|nun|jetzt|ab (?:jetzt|sofort|nun)|von (?:jetzt|nun) an|kunftig|in zukunft|stattdessen|auch|und|aber|dann|einfach|zuerst|wichtig|achtung|system|assistent|unbedingt|heimlich|sofort|(?:wenn|falls|sobald|bevor|bei|in)\\b[^,]{0,80},|du (?:musst|sollst|wirst|darfst))[ ,]+",
  address: `(?:${BY_ASSISTANT} (?:muss|musst|mussen|soll|sollst|sollen|sollte|wird|wirst|darf|darfst|hat|hast|kann|kannst|moge)|(?:mochte|will|wunscht|verlangt|bittet|fordert|befiehlt|sagt|schreibt)(?: \\w+)?,?(?: (?:dass|darum,? dass))? ${BY_ASSISTANT}|,? und|ab (?:jetzt|sofort)|von (?:jetzt|nun) an)`,
  orders: {
    rules: [
      `(?:ignorier(?:e|en|t)?|vergiss|vergessen|missacht(?:e|en|et)?|umgeh(?:e|en|t)?|brich|brechen|verletz(?:e|en)?|ubergeh(?:e|en)?|uberschreib(?:e|en)?)(?: sie)? ${WHOSE}${RULES}`,
      `(?:ignorier(?:e|en)?|vergiss|vergessen)(?: sie)? alles,? (?:was|davor|bisherige|vorherige|obige)`,
      `(?:befolg(?:e|en)?|beacht(?:e|en)?|folg(?:e|en)?)(?: sie)? ${WHOSE}${RULES} (?:nicht|nie)`,
      `${TELLING}.{0,40}?\\b${PROMPT}\\b`,
      `(?:deaktivier(?:e|en)?|schalt(?:e|en)?|heb(?:e|en)?)(?: sie)? .{0,30}?(?:sicherheits|inhalts)(?:filter|regeln|vorgaben|prufung\\w*|richtlinien)`,
      `(?:antwort(?:e|en)?|verhalt(?:e|en)?|handle|handeln|sprich|sprechen|tu)\\b.{0,30}?\\bohne (?:jede |alle )?(?:regeln|einschrankungen|filter|beschrankungen)`,
    ],
    secrets: [`${TELLING}.{0,60}?\\b${SECRETS}`],
    tools: [
      `(?:ruf(?:e|en)?|nutz(?:e|en)?|benutz(?:e|en)?|verwend(?:e|en)?|starte?n?)(?: sie)?(?: immer| stets)? (?:das|die|den|dein) [\\w-]*(?:-| )?(?:tool|funktion|plugin|werkzeug)\\b`,
      `(?:ruf(?:e|en)?|starte?n?)(?: sie)? \\w+(?:_\\w+)+`,
      `losch(?:e|en)?(?: sie)? (?:alle|samtliche) (?:dateien|datenbanken|tabellen|konten|backups|nutzer|benutzer)\\b`,
      `(?:genehmig(?:e|en)?|bestatig(?:e|en)?)(?: sie)? (?:alle|jede|samtliche) (?:uberweisung(?:en)?|zahlung(?:en)?|bestellung(?:en)?|anfragen?)\\b`,
    ],
    others: [`${TELL}\\b.{0,20}?\\b${OTHERS}`],
  },
  ordersAtEnd: {
    rules: [
      `${WHOSE}${RULES}.{0,20}? (?:ignorier\\w+|vergess\\w+|missacht\\w+|umgeh\\w+|brechen|verletzen)`,
      `${PROMPT}.{0,20}? (?:verrat\\w*|zeig\\w+|ausgeben|nennen|wiederholen|preisgeben)`,
    ],
    secrets: [
      `${SECRETS}.{0,40}? (?:schick\\w+|send\\w+|verrat\\w*|zeig\\w+|weitergeben|weiterleiten|ausgeben|nennen|preisgeben|ubermitteln)`,
    ],
    tools: [
      `[\\w-]+-?(?:tool|funktion|plugin|werkzeug) .{0,20}?(?:aufrufen|aufruft|nutzen|nutzt|verwenden|verwendet|starten)`,
    ],
    others: [
      `${OTHERS}.{0,80}? (?:sagen|sagt|empfehlen|empfiehlt|erzahlen|erzahlt|raten|rat|mitteilen|anbieten|zeigen|verkaufen)`,
      `(?:sagst|empfiehlst|erzahlst|ratst|zeigst|verkaufst)(?: du)? ${OTHERS}`,
    ],
  },
  claims: {
    rules: [
      `(?:deine|die (?:bisherigen|vorherigen|obigen)|alle (?:bisherigen|vorherigen)) (?:regeln|anweisungen|vorgaben|richtlinien) (?:gelten|sind) (?:ab \\w+ |jetzt |nun )?(?:nicht mehr|aufgehoben|ungultig|ausser kraft)`,
      "^neue[rs]? (?:system-?(?: )?prompt|systemanweisung(?:en)?|anweisung(?:en)? (?:an|fur) (?:die ki|den assistenten))",
      `(?:bisherigen|vorherigen|vorigen|obigen|deine) ${RULES}.{0,30}? (?:ignoriert|missachtet|vergessen|umgangen) werden`,
    ],
    others: [
      "(?:allen|jedem)(?: anderen)? (?:be)?nutzern? (?:soll|sollen|muss|mussen)\\b.{0,60}? (?:empfohlen|gesagt|mitgeteilt|angeboten) werden",
      "(?:soll|sollen|muss|mussen)\\b.{0,40}? (?:allen|jedem)(?: anderen)? (?:be)?nutzern? (?:empfohlen|gesagt|mitgeteilt|angeboten) werden",
    ],
  },
  verbs:
    "empfiehl|empfehle?n? sie|sag|sage|sagen sie|antworte|antworten sie|ignoriere|ignorieren sie|vergiss|nutze|nutzen sie|verwende|verwenden sie|benutze|rufe|schicke|sende|klicke|klicken sie|besuche|besuchen sie|kaufe|kaufen sie|erwahne|erwahnen sie|bewirb|lobe|behandle|vertraue|schreibe|verrate|bevorzuge|nenne|rate|merke dir|fuhre|losche|sprich|fuge",
  anyOrder: [
    "^(?:immer|niemals|nie|stets|ab (?:jetzt|sofort)|von (?:jetzt|nun) an|bitte|du (?:musst|sollst|darfst)|denk daran|achte darauf)\\b",
    `\\b(?:der assistent|die ki|der bot|das modell|der chatbot) (?:muss|soll|sollte|hat|darf)\\b`,
    "\\b(?:muss|soll|sollte|mussen|sollen|sollten)\\b.{0,60}\\b(?:empfohlen|vorgeschlagen|erwahnt|beworben|bevorzugt|genannt) werden",
    "\\b(?:immer|stets|nur|niemals|nie)\\b.{0,40} (?:zu )?(?:empfehlen|vorschlagen|erwahnen|bevorzugen|nennen|loben|antworten)$",
  ],
};
