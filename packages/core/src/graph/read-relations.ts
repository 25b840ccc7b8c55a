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
  // Not \b, which takes the "I" of "Iñaki" for a word.
  return text
    .replace(/(?<!\p{L})[Tt]he [Uu]ser(?!\p{L})/gu, "User")
    .replace(/(?<!\p{L})(?:[Mm]y|[Oo]ur)(?!\p{L})/gu, "User's")
    .replace(/(?<!\p{L})I['’]m(?!\p{L})/gu, "User is")
    .replace(/(?<!\p{L})I['’]ve(?!\p{L})/gu, "User has")
    .replace(/(?<!\p{L})(?:I|[Mm]e|[Mm]yself|[Uu]s|We)(?!\p{L}|\.)/gu, "User");
}

/** The main clauses of a text; a full stop behind a title or an initial ends none. */
function splitClauses(text: string): string[] {
  return text.split(/;\s+|\n+|(?<!\b(?:Dr|Mr|Mrs|Ms|Prof|St|\p{Lu}))[.!?]+\s+(?=["'“„«]?\p{Lu})/u);
}
