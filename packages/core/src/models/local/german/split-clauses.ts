const STARTS_CLAUSE =
  /^(?:(?:weil|da|obwohl|dass|wenn|falls|ob|denn) |(?:ich|wir) \p{Ll}|(?:er|sie|es|das|du|Sie|da|so|dann) \p{Ll}+[tn]?(?: |$)|(?:[Ww]as|[Ww]ie|[Ww]o|[Ww]er|[Ww]ann|[Ww]arum|[Ww]elche|[Kk]annst|[Kk]önntest|[Hh]ast du|[Bb]ist du|[Gg]ibt es) )/u;
const OWNED_CLAUSE =
  /^(?:mein|unser)\S* (?:[\p{Ll}\d-]+ ){0,3}?\p{Lu}\S*(?: \p{Lu}\S*){0,2} (\p{Ll}+)(?: |$)/u;
const INVERTED_CLAUSE = /^(?:\S+ ){0,6}?(\p{Ll}+) (?:ich|wir)(?: |$)/u;
const INVERTED_OWNED =
  /^(?:\S+ ){0,5}?(?:ist|hat|wird|war|kommt|geht|feiert|beginnt|zieht|heiratet|hatte) (?:mein|unser)\p{Ll}* (?:\p{Ll}+ )?\p{Lu}\p{L}+(?: |$)/u;

/** A clause about something else, which only ends the one before: "die Gebühren waren frech". */
const OTHER_CLAUSE =
  /^(?!(?:der|die|das|dem|den) (?:ist|hat|wird)\b)(?:(?:der|die|das|ein|eine|jeder|alles|netto|brutto|da|dort|dann|so|deshalb) )?(?:[\p{L}\d]+ ){0,4}?(?:ist|sind|war|waren|hat|haben|hatte|wird|werden|kommt|kommen|gibt|geht|gehen|läuft|laufen|macht|machen|kostet|dauert) (?!sich$)\S/u;

/** First persons that nothing else looks like, so that "und wohne in Bonn" is known to go on. */
const VERBS =
  /^(?:bin|habe|hab|wohne|lebe|arbeite|studiere|esse|trinke|mag|liebe|hasse|spiele|lerne|spreche|komme|gehe|fahre|laufe|mache|koche|lese|höre|nutze|verwende|brauche|suche|plane|möchte|will|muss|kann|heiße|reise|fliege|schwimme|singe|tanze|male|sammle|schreibe|programmiere|unterrichte|leite|führe|besitze|trage|nehme|rauche|schlafe|stehe|bevorzuge|interessiere|ernähre|leide|vertrage|verzichte|vermisse|pendle|jogge|wandere|reite|züchte|betreue|pflege|engagiere|gärtnere|fotografiere|stricke|nähe|backe|bastle|habe|werde|war|hatte|ging|zog|wurde|kenne|treffe|besuche|feiere|mach|geh|wohn|arbeit|spiel|lern|schlaf|fahr|ess|trink|les|leb|studier|komm|nehm|sitz|fang|kauf|brauch|such|koch)$/;

/**
 * The clauses of a German sentence, each with a subject: "Ich bin Lehrerin und wohne in Bonn" gives
 * "Ich bin Lehrerin" and "ich wohne in Bonn". Lists and relative clauses stay whole.
 */
export function splitClauses(sentence: string): string[] {
  const parts = sentence.split(/(, (?:und |aber |sondern |denn )?| (?:und|aber) |[;:] | [–-] )/);
  const clauses: string[] = [parts[0] ?? ""];
  for (let index = 1; index < parts.length; index += 2) {
    const separator = parts[index] ?? "";
    const part = parts[index + 1] ?? "";
    const before = clauses.at(-1) ?? "";
    const next = startClause(part, before);
    if (next === undefined) clauses[clauses.length - 1] = before + separator + part;
    else clauses.push(next);
  }
  return clauses.map((clause) => clause.trim()).filter(Boolean);
}

function startClause(part: string, before: string): string | undefined {
  if (STARTS_CLAUSE.test(part) || INVERTED_OWNED.test(part)) return part;
  const owned = OWNED_CLAUSE.exec(part)?.[1];
  if (
    owned &&
    /(?:t|te|ist|hat|wird|war|kann|will|muss|soll|mag|hieß|starb|ging|kam|sind|haben)$/.test(owned)
  )
    return part;
  const inverted = INVERTED_CLAUSE.exec(part)?.[1];
  if (inverted && /(?:e|t|bin|war|kann|will|muss|mag|hab|n)$/.test(inverted)) return part;
  if (OTHER_CLAUSE.test(part)) return part;
  const verb = part.split(" ", 1)[0] ?? "";
  const subject = /(?<!\p{L})(?:ich|wir)(?!\p{L})/iu.exec(before)?.[0];
  // "Und wiege 72 Kilo": a verb that is not on the list shows by what follows it.
  const isNewVerb =
    /^\p{Ll}{3,}e (?:\d+|eine?[nmrs]?|den|die|das|dem|mein\p{Ll}*|in|im|bei|mit|auf|an|am|als|für|gern|gerne|viel|oft) /u.test(`${part} `) &&
    !/^(?:eine|keine|meine|seine|unsere|alle|viele|diese|jede|ohne|beide|einige|manche|gerne)\b/.test(part);
  if (subject && isNewVerb) return `${subject.toLowerCase()} ${part}`;
  // A clause that ends in its verb, or in an infinitive, is not gone on with.
  if (subject && VERBS.test(verb) && part.includes(" ")) return `${subject.toLowerCase()} ${part}`;
  const owner = /^((?:[Mm]ein|[Uu]nser)\S* (?:\p{Ll}+ )?\p{Lu}\S*(?: \p{Lu}\S*)?) \p{Ll}/u.exec(
    before,
  )?.[1];
  const isThird =
    /^(?:ist|hat|wohnt|lebt|arbeitet|studiert|mag|liebt|heißt|spielt|kommt|isst|will|möchte)$/.test(
      verb,
    );
  return owner && isThird ? `${owner} ${part}` : undefined;
}
