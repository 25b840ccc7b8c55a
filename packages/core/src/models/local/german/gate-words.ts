/** Verbs of what somebody thinks, says or does in the chat; with a habit they may be more than that. */
export const MIND =
  /^(?:denkt|glaubt|meint|weiß|hofft|wünscht|fühlt|findet|versteht(?! sich)|vermutet|nimmt an|erinnert|vergisst|sagt|fragt|erzählt|spricht|redet|erklärt|dankt|bedankt|freut|sucht|braucht|schaut|sieht|hört|wartet|überlegt|kennt|probiert|versucht|bekommt|macht sich|geht es|schreibt|wundert|verstand|dachte|wollte|meinte|glaubte|wusste|fragte|sagte|bin|kriegt|stimmt|heißt|merkt|guckt|meldet|schickt|gibt|tut|lässt(?!.* weg$)|lacht|testet|kapiert|bereut|schwört)(?!\p{L})/iu;

/** Verbs that are never worth a memory, whatever follows. */
export const ONLY_CHAT =
  /^(?:denkt|glaubt|meint|weiß|hofft|wünscht|vermutet|versteht(?! sich)|fragt|sagt|dankt|bedankt|freut|bin|stimmt|merkt|meldet|überlegt|wundert|verstand|dachte|meinte|glaubte|wusste|fragte|sagte|kapiert|bereut|schwört|mag|liebt|hasst|hätte|wäre|würde|könnte|sollte|müsste|dürfte)(?!\p{L})/iu;

/** What the body does at the moment, if nothing says that it always does. */
export const POSTURE =
  /^(?:sitzt|steht|liegt|hockt|chillt|wartet|schaut|guckt|jagt|rennt|bellt)(?!\p{L})(?!.* auf$)/u;

/** Words that tie what is said to the moment. */
export const MOMENT =
  /(?<!\p{L})(?:gerade|heute|eben|gleich|kurz|erst ?mal|nochmal|noch einmal|mal|sofort|dann|wieder mal|schon wieder)(?!\p{L})/iu;

/** Words that say that something is so again and again, or for long. */
export const HABITUAL =
  /(?<!\p{L})(?:immer|meist\p{L}*|oft|häufig|jede[nsrm]?|täglich|wöchentlich|monatlich|jährlich|regelmäßig|normalerweise|hauptsächlich|grundsätzlich|generell|überwiegend|vor allem|seit|nie|niemals|manchmal|gelegentlich|pro (?:Tag|Woche|Monat|Jahr)|im (?:Monat|Jahr)|die Woche|am (?:Tag|liebsten|Wochenende)|lieber|gerne?|ungern|(?:zwei|drei|vier|fünf|sechs|\d)mal|(?:mon|diens|donners|frei|sams|sonn)tags|mittwochs|werktags|morgens|abends|mittags|nachts|selten|beruflich|privat|ausschließlich|den ganzen Tag|schon lange|für (?:den|die|das|mein\p{L}*|sein\p{L}*) (?:Job|Arbeit|Beruf|Studium))(?!\p{L})/iu;

/** Things of the task at hand, of the chat and of the moment. */
export const TASK =
  /(?<!\p{L})(?:Fragen?|Problem\p{L}*|Fehler\p{L}*|Bugs?|Code|Funktion\p{L}*|Skript\p{L}*|Datei\p{L}*|Hilfe|Rezepte?|Ideen?|Ahnung|Lust|Hunger|Durst|Zeit|Moment|Spaß|Glück|Antwort\p{L}*|Beispiel\p{L}*|Vorschl\p{L}*|Tipps?|Rat|Text|Nachricht\p{L}*|Link|(?<!auf (?:der|die) )Seite|Aufgabe\p{L}*|Hausaufgabe\p{L}*|Gefühl|Eindruck|Sinn|Recht|Angst|Kopfschmerzen|Bett|Dusche|Tabelle|Liste|Satz|Wort|Ding\p{L}*|Sache|Sachen|Datenbank|Server|Interesse|Option(?:en)?|Variante|Schritt\p{L}*|Meldung|Kundennummer|Bescheid|Bock|Plan|Grund|Feierabend)(?!\p{L})/u;

/** What somebody is that passes by tomorrow. */
export const PASSING =
  /^(?:ist|sind|war) (?:\p{Ll}+ ){0,3}?(?:müde|krank|platt|kaputt|fertig|satt|hungrig|durstig|froh|glücklich|traurig|sauer|wütend|genervt|gestresst|gespannt|neugierig|nervös|aufgeregt|enttäuscht|begeistert|dankbar|sicher|unsicher|ratlos|verwirrt|überfordert|unterwegs|dran|da|weg|zurück|bereit|zufrieden|stolz|langweilig|schockiert|überrascht|erleichtert|ehrlich|gut|schlecht|toll|super|okay|ok|cool|schön|blöd|doof|nett|richtig|falsch|schuld|einverstanden|dabei|los|wach|spät|am Ende|im Stress|in Eile|auf dem (?:Weg|Sprung|Balkon|Sofa)|im Büro|im Bett|zu ?[Hh]ause|daheim|beschäftigt|erkältet|weiter|so weit|soweit|nass|pleite|verzweifelt|motiviert|entspannt|überfragt|baff|raus)(?!\p{L})/iu;

/** What somebody does with what they have just got or read: told to be helped, not to be kept. */
export const ERRAND_DONE =
  /(?<!\p{L})(?:gefragt|gesagt|gesehen|gehört|gelesen|gemacht|getan|probiert|ausprobiert|versucht|gefunden|gelöscht|verstanden|vergessen|gedacht|gemeint|geschrieben|geschickt|gesendet|gegoogelt|gegessen|getrunken|gekocht|gebacken|geschlafen|bekommen|gekriegt|gesucht|geklickt|gedrückt|geändert|eingegeben|kopiert|gemerkt|gewartet|gegeben|genommen|geschaut|geguckt|gestartet|geöffnet|geschlossen|getestet|erzählt|erklärt|gefallen|geholfen|verpasst|gespielt|geredet|gesprochen|telefoniert|geputzt|gewaschen|gegangen|gekommen|aufgestanden|aufgewacht|eingeschlafen|rausgebracht|geblieben|gewesen|überlegt|verstrickt|gerechnet|verrechnet|geirrt|gefreut|angerufen)(?!\p{L})/u;

/** What happens in lives, and is worth a word whatever it was done to. */
export const LIFE_PARTICIPLE =
  /(?<!\p{L})(?:gekauft|verkauft|geheiratet|bestanden|gebrochen|verloren|gewonnen|adoptiert|gestorben|geboren|gekündigt|promoviert|abgeschlossen|begonnen|angefangen|aufgehört|gegründet|verlobt|getrennt|operiert|verletzt|gebaut|veröffentlicht|gebucht|besucht|gereist|geflogen|umgezogen|eingezogen|ausgezogen|angemeldet|kaputtgegangen|gestohlen|geklaut|geerbt|renoviert|trainiert|gelaufen|bestiegen|studiert|gelebt|gearbeitet|gewechselt|erhöht|gesenkt|eröffnet|unterschrieben|umgestellt|befördert|eingestellt|gespart|abbezahlt|zugelegt|aufgegeben|gelernt|angeschafft|geholt|abgenommen|zugenommen|gemietet|geleast|abonniert|storniert|abgesagt|verschoben|verlängert|beantragt|umgestiegen|abgebrochen|geschieden|diagnostiziert|eingeschult|beigetreten|ausgetreten|gezogen|entlassen|angenommen|verstaucht|gezerrt|gerissen|geprellt|ausgerenkt|migriert|verschrieben|verordnet|ausgewandert|eingerichtet|aufgenommen|zugezogen)(?!\p{L})/u;

/** What a search is for when it is for life, not for tonight. */
export const SEARCH =
  /(?:[Ww]ohnung|Haus|Job|Arbeit|Stelle|WG|Zimmer|Mitbewohner\p{L}*|Kita\p{L}*|\p{L}*platz|Praktikum|Therap\p{L}+|Tandem\p{L}*|Nachhilfe\p{L}*)/u;
