import type { Statement } from "../claims/claim.ts";
import { isPast } from "./conjugate.ts";

const MIND =
  /^(?:denkt|glaubt|meint|weiß|hofft|wünscht|fühlt|findet|versteht|vermutet|nimmt an|erinnert|vergisst|sagt|fragt|erzählt|spricht|redet|erklärt|dankt|bedankt|freut|sucht|braucht|schaut|sieht|hört|wartet|überlegt|kennt|probiert|versucht|bekommt|macht sich|geht es|schreibt|liest gerade|mag|liebt|hasst|wundert|verstand|dachte|wollte|meinte|glaubte|wusste|fragte|sagte|bin|kriegt|stimmt|heißt|hätte|wäre|würde|könnte|sollte|müsste|dürfte|kriegt)(?!\p{L})/iu;

const TASK =
  /(?<!\p{L})(?:Fragen?|Problem\p{L}*|Fehler\p{L}*|Code|Funktion\p{L}*|Skript\p{L}*|Datei\p{L}*|Hilfe|Rezepte?|Ideen?|Ahnung|Lust|Hunger|Durst|Zeit|Moment|Spaß|Minuten?|Sekunden?|Glück|Antwort\p{L}*|Beispiel\p{L}*|Vorschl\p{L}*|Tipps?|Rat|Text|Nachricht\p{L}*|Link|Seite|Aufgabe\p{L}*|Hausaufgabe\p{L}*|Gefühl|Eindruck|Sinn|Recht|Angst|Kopfschmerzen|Bett|Dusche|Tabelle|Liste|Satz|Wort|Ding\p{L}*|Sache|Sachen|Moment|Datenbank|Server|Interesse)(?!\p{L})/u;

const TRAITS =
  /(?<!\p{L})(?:schwanger|linkshändig|rechtshändig|farbenblind|blind|taub|schwerhörig|zweisprachig|introvertiert|extrovertiert|schwul|lesbisch|bisexuell|queer|trans|jüdisch|muslimisch|christlich|katholisch|evangelisch|gläubig|religiös|hochsensibel|autistisch|kurzsichtig|weitsichtig|nüchtern|trocken|geimpft|Meter|cm|kg)(?!\p{L})/u;

const LIFE_PARTICIPLE =
  /(?<!\p{L})(?:gekauft|verkauft|geheiratet|bestanden|gebrochen|verloren|gewonnen|adoptiert|gestorben|geboren|gekündigt|promoviert|abgeschlossen|begonnen|angefangen|aufgehört|gegründet|verlobt|getrennt|operiert|verletzt|gebaut|veröffentlicht|gebucht|besucht|gereist|geflogen|umgezogen|eingezogen|ausgezogen|angemeldet|kaputtgegangen|gestohlen|geklaut|geerbt|renoviert|trainiert|gelaufen|bestiegen|studiert|gelebt|gearbeitet|gewechselt|erhöht|eröffnet|unterschrieben|umgestellt|befördert|eingestellt|gespart|abbezahlt|geerbt|zugelegt|aufgegeben|gelernt|angeschafft)(?!\p{L})/u;

const MEDICAL =
  /(?:OP|Operation|Unfall|Herzinfarkt|Schlaganfall|Fehlgeburt|Burnout|Bandscheibenvorfall|Chemo\p{L}*|Krebs|Geburt|Schwangerschaft)(?!\p{L})/u;
const CLUB =
  /^ist (?:im|in der|in einem|in einer|Mitglied|Teil) .*(?:verein|[Cc]lub|[Tt]eam|[Cc]hor|[Bb]and|[Oo]rchester|[Pp]artei|[Ff]euerwehr|[Kk]irche|[Ee]lternzeit|[Rr]ente|Vorstand|Betriebsrat)/u;

const SEARCH =
  /(?:Wohnung|Haus|Job|Arbeit|Stelle|WG|Zimmer|Mitbewohner\p{L}*|Kita|Ausbildungsplatz|Praktikum)/u;

const DATE = /am (?:Morgen|Abend|Nachmittag)|in der Nacht|\d{1,2}\. \p{Lu}\p{Ll}+ \d{4}|(?:Wochenende|Woche) vom|\p{Lu}\p{Ll}+ \d{4}/gu;

const HYPOTHETICAL =
  /(?<!\p{L})(?:würde|würden|wäre|wären|hätte|hätten|könnte|könnten|sollte|müsste|dürfte|vielleicht|eventuell|womöglich|wünschte|ob)(?!\p{L})/iu;

/**
 * The attribute under which a German clause that no pattern knows is kept; `undefined` when it is
 * about the chat or the moment.
 */
export function keepGerman(
  { subject, predicate }: Statement,
  isDated: boolean,
): string | undefined {
  if (
    HYPOTHETICAL.test(predicate) ||
    TASK.test(predicate) ||
    /(?<!\p{L})(?:du|dich|dir|dein\p{L}*|Sie|Ihnen|Ihr\p{L}*)(?!\p{L})/u.test(predicate)
  )
    return undefined;
  if (
    /^\S+ (?:das|es|sie|ihn|ihm|dies\p{L}*|so|davon|daran|dazu|dafür|darauf|damit)(?!\p{L})(?! \p{Lu})/u.test(
      predicate,
    )
  )
    return undefined;
  const verb = predicate.split(" ", 1)[0] ?? "";
  const content = predicate.replace(DATE, "").match(/(?<= )\p{Lu}[\p{L}-]+|\d+/gu) ?? [];
  const isUser = subject === "Nutzer";
  if (/^(?:hat|ist) (?:den|die|das) (?!\p{Lu}|\p{Ll}+e[nrs]? \p{Lu})/u.test(predicate))
    return undefined;

  const isWish = !isUser && /^(?:will|mag|liebt|hasst|braucht|sucht)$/.test(verb);
  if (MIND.test(predicate) && !isWish && !(verb === "sucht" && SEARCH.test(predicate)))
    return undefined;
  if (LIFE_PARTICIPLE.test(predicate) || (!isUser && /gestorben|starb/.test(predicate)))
    return "event";
  if (!isUser && isDated) return "plan";
  if (verb === "ist" || verb === "sind") {
    const isTrait =
      TRAITS.test(predicate) ||
      /^(?:ist|sind) (?:eine? )?(?:\p{Ll}+e?[nrs]? )?\p{Lu}[\p{L}-]+(?: \d+| \p{Lu}\p{L}+)*$/u.test(predicate);
    if (/(?<!\p{L})ge\p{Ll}+(?:t|en)$/u.test(predicate))
      return content.length > 0 ? "event" : undefined;
    return isTrait || (isDated && content.length > 0) ? "trait" : undefined;
  }
  if (
    verb === "hat" &&
    /(?<!\p{L})(?:ge\p{Ll}+|\p{Ll}+ge\p{Ll}+|be\p{Ll}+|ver\p{Ll}+|er\p{Ll}+)(?:t|en)$/u.test(
      predicate,
    )
  ) {
    return isDated && content.length > 0 ? "event" : undefined;
  }
  if (verb === "war")
    return /noch nie/.test(predicate) || (isDated && content.length > 0) ? "experience" : undefined;
  if (/^(?:wird|möchte|will|plant|muss|soll)$/.test(verb))
    return keepIntention(verb, predicate, content.length, isDated);
  if (/^(?:kann|darf)$/.test(verb))
    return content.length > 0 || /nicht schwimmen|schwimmen|kochen|tanzen$/.test(predicate)
      ? "ability"
      : undefined;
  if (
    content.length === 0 &&
    !/[tn] (?:gern|gerne|viel|nicht)?$/.test(predicate) &&
    predicate.split(" ").length < 2
  ) {
    return /^(?:raucht|taucht|surft|klettert|meditiert|strickt|töpfert|joggt|schwimmt|wandert|tanzt|malt|gärtnert)/.test(
      predicate,
    )
      ? "habit"
      : undefined;
  }
  if (content.length === 0) return undefined;
  if (verb === "hat" || verb === "besitzt") return isDated ? "plan" : "possession";
  return isDated ? "plan" : "habit";
}

function keepIntention(
  verb: string,
  predicate: string,
  content: number,
  isDated: boolean,
): string | undefined {
  if (
    /(?:wissen|fragen|sagen|sehen|verstehen|haben|machen|tun|reden|sprechen|gehen|schlafen|überlegen|schauen|ausprobieren|versuchen|probieren)$/.test(
      predicate,
    ) &&
    !isDated
  )
    return undefined;
  if (verb === "muss" || verb === "soll") return isDated && content > 0 ? "plan" : undefined;
  return content > 0 || /lernen$/.test(predicate) ? "plan" : undefined;
}
