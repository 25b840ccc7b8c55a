import type { Relation } from "../record.ts";
import { readClause, type Told } from "./read-clause.ts";

/** Longer texts are stories: what stands behind this many characters is not read. */
const LONGEST = 2_000;

/** Relations of one text, at most. */
const MOST = 20;

/**
 * The relations that a short English text states, in its order: "Tom leads the data team at Globex"
 * gives `Tom – leads_data_team_at – Globex`. Both ends are names as the text has them, `"user"`, or
 * somebody by what they are to somebody: `"user's sister"`. Texts of other languages give few or none.
 *
 * Goes by what stands between two names, after Fader et al., "Identifying Relations for Open
 * Information Extraction" (ReVerb, 2011), without its tagger: the words are the predicate.
 */
export function readRelations(text: string): Relation[] {
  const relations = new Map<string, Relation>();
  let told: Told = { relations: [], subject: undefined };
  for (const clause of splitClauses(toThirdPerson(text.slice(0, LONGEST)))) {
    told = readClause(clause, told.subject);
    for (const relation of told.relations) relations.set(JSON.stringify(relation), relation);
  }
  return [...relations.values()].slice(0, MOST);
}

/** What the user says of themselves, as it would be said of them. */
function toThirdPerson(text: string): string {
  return text
    .replace(/\b[Tt]he [Uu]ser\b/g, "User")
    .replace(/\b(?:[Mm]y|[Oo]ur)\b/g, "User's")
    .replace(/\bI['’]m\b/g, "User is")
    .replace(/\bI['’]ve\b/g, "User has")
    .replace(/\b(?:I|[Mm]e|[Mm]yself|[Uu]s|We)\b(?!\.)/g, "User");
}

/** The main clauses of a text; a full stop behind a title or an initial ends none. */
function splitClauses(text: string): string[] {
  return text.split(/;\s+|\n+|(?<!\b(?:Dr|Mr|Mrs|Ms|Prof|St|\p{Lu}))[.!?]+\s+(?=["'“„«]?\p{Lu})/u);
}
